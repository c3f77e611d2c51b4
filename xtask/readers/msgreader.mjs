// Tells what @kenjiuno/msgreader finds in message files: see README.md beside this file.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { timed } from "./timed.mjs";

// The packages are not beside this file but where the first argument says.
const [packages, ...paths] = process.argv.slice(2);
const require = createRequire(packages + "/");
const MsgReader = require("@kenjiuno/msgreader").default;
const { decompressRTF } = require("@kenjiuno/decompressrtf");
const iconv = require("iconv-lite");

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Without what is not there. */
function filled(found) {
  const empty = (value) =>
    value === undefined || value === null || value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => !empty(value)));
}

const encoding = (page) => (page === 65001 ? "utf-8" : `cp${page}`);
const seconds = (text) => text && Date.parse(text) / 1000;
const person = (name, address, smtp) => filled({ name, address, smtp });

/** What the reader gives for values: bytes where it does not know the type. */
function plain(type, value) {
  if (typeof value === "string" && type === "0040") return seconds(value);
  // The reader takes no number for negative.
  if (type === "0003" && typeof value === "number") return value | 0;
  if (!(value instanceof Uint8Array)) return value;
  if (type === "0102") return Buffer.from(value).toString("hex").toUpperCase();
  return undefined;
}

/** A value that the reader has no name for. */
function raw(fields, id) {
  return (fields.rawProps ?? []).find((prop) => prop.propertyTag.startsWith(id))?.value;
}

function properties(fields) {
  const named = {};
  const tagged = {};
  for (const raw of fields.rawProps ?? []) {
    const tag = raw.propertyTag.toUpperCase();
    const value = plain(tag.slice(4), raw.value);
    if (value === undefined) continue;
    if (raw.propertySet !== undefined) {
      const lid = raw.propertyLid.toUpperCase().padStart(8, "0");
      named[`{${raw.propertySet.toUpperCase()}}:0x${lid}/${tag.slice(4)}`] = value;
    } else if (raw.propertyName !== undefined) {
      // The reader does not say of which set.
      named[raw.propertyName] = value;
    } else if ((tag >= "66000000" && tag < "68000000") || tag.startsWith("3A")) {
      tagged[tag] = value;
    }
  }
  return { named, properties: tagged };
}

function recipient(row) {
  const type = { to: 1, cc: 2, bcc: 3 }[row.recipType] ?? row.recipType;
  return { ...person(row.name, row.email, row.smtpAddress), type };
}

function attachment(reader, fields) {
  const found = {
    name: fields.fileName ?? fields.name,
    mime: fields.attachMimeTag,
    cid: fields.pidContentId,
    method: raw(fields, "3705"),
    reference: raw(fields, "370d"),
  };
  if (fields.innerMsgContent) {
    found.message = describe(reader, fields.innerMsgContentFields);
  } else if (fields.dataId !== undefined) {
    const { content } = reader.getAttachment(fields);
    return { ...filled(found), size: content.length, sha256: sha256(content) };
  }
  return filled(found);
}

function describe(reader, fields) {
  const rtf = fields.compressedRtf && Buffer.from(decompressRTF(Array.from(fields.compressedRtf)));
  return filled({
    class: fields.messageClass,
    subject: fields.subject,
    text: fields.body,
    html: fields.html && iconv.decode(Buffer.from(fields.html), encoding(fields.internetCodepage)),
    rtf: rtf && [rtf.length, sha256(rtf)],
    date: seconds(fields.clientSubmitTime),
    sender: person(fields.senderName, fields.senderEmail, fields.senderSmtpAddress),
    representing: person(
      raw(fields, "0042"), raw(fields, "0065"), fields.sentRepresentingSmtpAddress),
    recipients: (fields.recipients ?? []).map(recipient),
    attachments: (fields.attachments ?? []).map((a) => attachment(reader, a)),
    ...properties(fields),
  });
}

function read(path) {
  const bytes = readFileSync(path);
  const open = (ansiEncoding) => {
    const reader = new MsgReader(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    reader.parserConfig = { includeRawProps: true, ansiEncoding };
    const fields = reader.getFileData();
    if (fields.error) throw new Error(fields.error);
    return [reader, fields];
  };
  let [reader, fields] = open(undefined);
  // The caller has to say the encoding, and can know it only now.
  if (fields.messageCodepage) [reader, fields] = open(encoding(fields.messageCodepage));
  return describe(reader, fields);
}

/** What a list of messages shows, the text, and the attachments: all that it reads at once. */
function summary(bytes) {
  const reader = new MsgReader(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const fields = reader.getFileData();
  if (fields.error) throw new Error(fields.error);
  return [fields.subject, fields.body, (fields.attachments ?? []).map((a) => reader.getAttachment(a))];
}

if (paths[0].startsWith("--time=")) {
  const inputs = paths.slice(1).map((path) => [basename(path), readFileSync(path)]);
  process.stdout.write(JSON.stringify(timed(paths[0], inputs, summary)));
  process.exit(0);
}

const found = {};
for (const path of paths) {
  try {
    found[basename(path)] = read(path);
  } catch (error) {
    found[basename(path)] = { error: `${error}` };
  }
}
process.stdout.write(JSON.stringify(found));
