// Asks Lighthouse about pages: node light.mjs CHROMIUM URL...; says one line of JSON for each.
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const [chromePath, ...pages] = process.argv.slice(2);
const config = {
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: ['accessibility', 'best-practices'],
    throttlingMethod: 'simulate',
    disableFullPageScreenshot: true,
    // nothing loads later, so nothing is waited for
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 0,
    cpuQuietThresholdMs: 0,
  },
};
const chrome = await launch({
  chromePath,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const page of pages) {
    const { lhr } = await lighthouse(page, { port: chrome.port, logLevel: 'error' }, config);
    const audits = Object.values(lhr.categories).flatMap(one => one.auditRefs);
    const failed = audits
        .filter(one => one.weight > 0 && lhr.audits[one.id].score !== null && lhr.audits[one.id].score < 1)
        .map(one => one.id + ': ' + lhr.audits[one.id].title);
    console.log(JSON.stringify({
      page,
      accessibility: lhr.categories.accessibility.score,
      practices: lhr.categories['best-practices'].score,
      failed,
      trouble: lhr.runtimeError?.code ?? '',
    }));
  }
} finally {
  await chrome.kill();
}
