// Times @tutao/oxmsg, which only writes: see README.md beside this file.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { timed } from "./timed.mjs";

// The packages are not beside this file but where the first argument says.
const [packages, time, ...paths] = process.argv.slice(2);
const { Attachment, Email } = createRequire(packages + "/")("@tutao/oxmsg");

/** A message with an attachment that makes it about as long as a file. */
function written(length) {
  const email = new Email(true, true);
  email.sender("person@example.org", "Person");
  for (const number of [1, 2, 3]) email.to(`person${number}@example.org`, `Person ${number}`);
  email.subject("A message of some size");
  email.bodyText("All work and no play. ".repeat(180));
  const data = new Uint8Array(Math.max(0, length - 14_000)).fill(0x5a);
  email.attach(new Attachment(data, "attachment.bin"));
  return email.msg();
}

const lengths = paths.map((path) => [basename(path), readFileSync(path).length]);
process.stdout.write(JSON.stringify(timed(time, lengths, written)));
