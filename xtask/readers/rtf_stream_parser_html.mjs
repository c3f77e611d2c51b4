// Tells what rtf-stream-parser makes of RTF files that hold HTML: see README.md beside this file.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "node:path";

// The packages are not beside this file but where the first argument says.
const [packages, ...paths] = process.argv.slice(2);
const require = createRequire(packages + "/");
const { deEncapsulateSync } = require("rtf-stream-parser");
const iconv = require("iconv-lite");

const found = {};
for (const path of paths) {
  try {
    const options = { decode: iconv.decode, mode: "html" };
    found[parse(path).name] = { html: deEncapsulateSync(readFileSync(path), options).text };
  } catch (error) {
    found[parse(path).name] = { error: `${error.name}: ${error.message}` };
  }
}
process.stdout.write(JSON.stringify(found));
