// Runs MDN's HTTP Observatory: `node observatory.mjs < addresses.json`, addresses being ["localhost/en/", …].
// Prints one line of JSON an address: its grade and score, and what each test found.
import { readFileSync, writeFileSync } from "node:fs";

// Its install script would fetch the list of preloaded hosts; no host here is on it.
writeFileSync(new URL("node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json", import.meta.url), "{}");
const { scan } = await import("@mdn/mdn-http-observatory");

for (const address of JSON.parse(readFileSync(0, "utf8"))) {
  const { scan: { grade, score }, tests } = await scan(address);
  const found = Object.fromEntries(Object.entries(tests).map(([name, test]) => [name, [test.result, test.scoreModifier]]));
  console.log(JSON.stringify({ address, grade, score, found }));
}
