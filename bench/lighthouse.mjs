// Runs Lighthouse: `node lighthouse.mjs <Chromium> <its flags> < pages.json`, pages being [{url, form, skip}].
// Prints one line of JSON a page: its scores, and every audit with a weight that it does not pass in full.
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [chromePath, ...chromeFlags] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...chromeFlags] });
const onlyCategories = ["performance", "accessibility", "best-practices", "seo"];

try {
  for (const { url, form, skip } of JSON.parse(readFileSync(0, "utf8"))) {
    const flags = { port: chrome.port, logLevel: "error", onlyCategories, skipAudits: skip };
    const { lhr } = await lighthouse(url, flags, form === "desktop" ? desktopConfig : undefined);
    const scores = {};
    const lost = [];
    for (const [name, category] of Object.entries(lhr.categories)) {
      scores[name] = category.score === null ? null : Math.round(category.score * 100);
      for (const { id, weight } of category.auditRefs) {
        const { score, title, displayValue = "" } = lhr.audits[id] ?? { score: null };
        if (weight && score !== null && score < 1) lost.push(`${name}: ${title} ${displayValue}`.trim());
      }
    }
    const error = lhr.runtimeError?.message;
    console.log(JSON.stringify({ url, form, lighthouse: lhr.lighthouseVersion, scores, lost, error }));
  }
} finally {
  chrome.kill();
}
