// The one script of Termin: hands the server's question to the authenticator, and its answer back.
// It keeps nothing, and writes texts of the page only.
(() => {
  'use strict';
  const page = document.getElementById('ceremony');
  const go = document.getElementById('go');
  const refused = document.getElementById('refused');
  if (!page || !go || !refused) return;

  // the link's secret leaves the address bar, and with it the history, before anything else
  const link = window.location.hash.slice(1);
  if (link) history.replaceState(null, '', window.location.pathname);

  const bytes = text => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const post = async (path, body) => {
    const answer = await fetch(path, {
      method: 'POST', credentials: 'same-origin', cache: 'no-store', redirect: 'error',
      headers: { 'Content-Type': 'application/json', 'X-Form': page.dataset.form },
      body: JSON.stringify(body)
    });
    if (!answer.ok) throw new Error('refused');
    return answer.status === 204 ? null : answer.json();
  };

  const common = credential => ({
    id: credential.id, rawId: text(credential.rawId), type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: {}
  });

  const signIn = async () => {
    const asked = await post('/o/sign-in/options', {});
    const credential = await navigator.credentials.get({ publicKey: {
      challenge: bytes(asked.challenge), rpId: asked.rpId, timeout: asked.timeout,
      userVerification: asked.userVerification
    } });
    const response = credential.response;
    await post('/o/sign-in', { ...common(credential), response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined
    } });
    window.location.replace('/o');
  };

  const enrol = async () => {
    const asked = await post('/o/enrol/options', { link });
    const credential = await navigator.credentials.create({ publicKey: {
      challenge: bytes(asked.challenge), rp: asked.rp, timeout: asked.timeout,
      user: { id: bytes(asked.user.id), name: asked.user.name, displayName: asked.user.displayName },
      pubKeyCredParams: asked.pubKeyCredParams, attestation: 'none',
      authenticatorSelection: asked.authenticatorSelection
    } });
    const response = credential.response;
    const made = await post('/o/enrol', { ...common(credential), response: {
      attestationObject: text(response.attestationObject),
      clientDataJSON: text(response.clientDataJSON),
      transports: response.getTransports ? response.getTransports() : []
    } });
    document.getElementById('handle').textContent = made.handle;
    document.getElementById('done').hidden = false;
    go.hidden = true;
  };

  const ceremonies = { 'sign-in': signIn, enrol };
  go.addEventListener('click', async () => {
    refused.hidden = true;
    go.disabled = true;
    try {
      await ceremonies[page.dataset.does]();
    } catch {
      refused.hidden = false;
    } finally {
      go.disabled = false;
    }
  });
})();
