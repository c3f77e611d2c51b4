// Tells what Apache POI HSMF finds in message files: see README.md beside this file.

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.Chunk;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.PropertyValue;
import org.apache.poi.hsmf.datatypes.RecipientChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

public class Poi {
    public static void main(String[] paths) throws Exception {
        Map<String, Object> found = new LinkedHashMap<>();
        if (paths[0].startsWith("--time=")) {
            int rounds = Integer.parseInt(paths[0].substring(7));
            for (String path : Arrays.asList(paths).subList(1, paths.length)) {
                found.put(new File(path).getName(), median(rounds, path));
            }
            print(found);
            return;
        }
        for (String path : paths) {
            File file = new File(path);
            try (POIFSFileSystem system = new POIFSFileSystem(file, true)) {
                found.put(file.getName(), describe(new MAPIMessage(system)));
            } catch (Throwable error) {
                found.put(file.getName(), Map.of("error", error.toString()));
            }
        }
        print(found);
    }

    static void print(Map<String, Object> found) {
        StringBuilder json = new StringBuilder();
        write(json, found);
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    /** How long {@link #summary} takes, in nanoseconds; a fifth of the rounds is to warm up. */
    static long median(int rounds, String path) throws Exception {
        byte[] bytes = Files.readAllBytes(new File(path).toPath());
        for (int round = 0; round <= rounds / 5; round++) {
            summary(bytes);
        }
        long[] times = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            summary(bytes);
            times[round] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    /** What a list of messages shows, the text, and the attachments. */
    static Object summary(byte[] bytes) throws Exception {
        MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(bytes));
        List<Object> found = new ArrayList<>();
        found.add(optional(message::getSubject));
        found.add(optional(message::getDisplayFrom));
        found.add(optional(message::getTextBody));
        for (RecipientChunks row : message.getRecipientDetailsChunks()) {
            found.add(row.getRecipientName());
            found.add(row.getRecipientEmailAddress());
        }
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            found.add(text(attachment.getAttachLongFileName()));
            found.add(attachment.getAttachData() == null ? 0 : attachment.getAttachData().getValue().length);
        }
        return found;
    }

    /** A value that the message need not have. */
    interface Getter {
        Object get() throws Exception;
    }

    static Object optional(Getter getter) throws Exception {
        try {
            return getter.get();
        } catch (ChunkNotFoundException missing) {
            return null;
        }
    }

    static Map<String, Object> describe(MAPIMessage message) throws Exception {
        if (message.has7BitEncodingStrings()) {
            message.guess7BitEncoding();
        }
        Map<String, Object> found = new LinkedHashMap<>();
        put(found, "class", text(message.getMainChunks().getMessageClass()));
        put(found, "subject", optional(message::getSubject));
        put(found, "text", optional(message::getTextBody));
        put(found, "html", html(message));
        Object rtf = optional(message::getRtfBody);
        if (rtf != null) {
            byte[] bytes = ((String) rtf).getBytes(StandardCharsets.ISO_8859_1);
            put(found, "rtf", List.of(bytes.length, sha256(bytes)));
        }
        Object date = optional(message::getMessageDate);
        put(found, "date", date == null ? null : ((Calendar) date).getTimeInMillis() / 1000);
        put(found, "sender", person(
            text(message, 0x0C1A), text(message, 0x0C1F), text(message, 0x5D01)));
        put(found, "representing", person(
            text(message, 0x0042), text(message, 0x0065), text(message, 0x5D02)));
        List<Object> recipients = new ArrayList<>();
        for (RecipientChunks row : message.getRecipientDetailsChunks()) {
            Map<String, Object> recipient = person(
                text(row.recipientDisplayNameChunk != null
                    ? row.recipientDisplayNameChunk : row.recipientNameChunk),
                text(row.recipientEmailChunk), text(row.recipientSMTPChunk));
            put(recipient, "type", fixed(row.getProperties(), 0x0C15));
            recipients.add(recipient);
        }
        put(found, "recipients", recipients);
        // The encoding that POI has found is not passed on to attachments.
        StringChunk classChunk = message.getMainChunks().getMessageClass();
        String encoding = classChunk == null ? null : classChunk.get7BitEncoding();
        List<Object> attachments = new ArrayList<>();
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            attachments.add(describe(attachment, encoding));
        }
        put(found, "attachments", attachments);
        put(found, "properties", properties(message));
        return found;
    }

    /** HTML in its own encoding: `getHtmlBody` takes that of other text. */
    static Object html(MAPIMessage message) throws Exception {
        if (message.getMainChunks().getHtmlBodyChunkBinary() == null) {
            return optional(message::getHtmlBody);
        }
        Object page = fixed(message.getMainChunks().getProperties(), 0x3FDE);
        String charset = Integer.valueOf(65001).equals(page) ? "UTF-8" : "cp" + page;
        byte[] bytes = message.getMainChunks().getHtmlBodyChunkBinary().getValue();
        return new String(bytes, charset.equals("cp932") ? "MS932" : charset);
    }

    static Map<String, Object> describe(AttachmentChunks attachment, String encoding)
        throws Exception {
        Map<String, Object> found = new LinkedHashMap<>();
        StringChunk name = attachment.getAttachLongFileName();
        for (Chunk chunk : attachment.getChunks()) {
            if (chunk instanceof StringChunk && encoding != null) {
                ((StringChunk) chunk).set7BitEncoding(encoding);
            }
            if (name == null && chunk.getChunkId() == 0x3001) {
                name = (StringChunk) chunk;
            }
        }
        put(found, "name", text(name));
        put(found, "mime", text(attachment.getAttachMimeTag()));
        put(found, "cid", text(attachment.getAttachContentId()));
        if (attachment.isEmbeddedMessage()) {
            put(found, "message", describe(attachment.getEmbeddedMessage()));
        } else if (attachment.getAttachData() != null) {
            byte[] bytes = attachment.getAttachData().getValue();
            put(found, "size", bytes.length);
            put(found, "sha256", sha256(bytes));
        }
        return found;
    }

    static Map<String, Object> properties(MAPIMessage message) {
        Map<String, Object> found = new LinkedHashMap<>();
        message.getMainChunks().getProperties().forEach((property, values) -> {
            for (PropertyValue value : values) {
                int type = value.getActualType().getId();
                add(found, property.id, type, plain(type, value));
            }
        });
        for (Chunk chunk : message.getMainChunks().getChunks()) {
            int type = chunk.getType().getId();
            if (chunk instanceof StringChunk) {
                add(found, chunk.getChunkId(), type, text((StringChunk) chunk));
            } else if (chunk instanceof ByteChunk && type == 0x0102) {
                byte[] bytes = ((ByteChunk) chunk).getValue();
                add(found, chunk.getChunkId(), type, hex(bytes).toUpperCase());
            }
        }
        return found;
    }

    static void add(Map<String, Object> found, int id, int type, Object value) {
        if (id >= 0x6600 && id < 0x6800 || (id & 0xFF00) == 0x3A00) {
            put(found, String.format("%04X%04X", id, type), value);
        }
    }

    static Object plain(int type, PropertyValue value) {
        Object plain = value.getValue();
        if (plain instanceof Calendar) {
            return ((Calendar) plain).getTimeInMillis() / 1000;
        }
        if (plain instanceof byte[]) {
            // POI leaves what it does not know.
            return type == 0x0102 ? hex((byte[]) plain).toUpperCase() : null;
        }
        if (plain instanceof Chunk) {
            return null;
        }
        return type == 0x0014 && plain != null ? plain.toString() : plain;
    }

    static Object fixed(Map<MAPIProperty, List<PropertyValue>> properties, int id) {
        for (Map.Entry<MAPIProperty, List<PropertyValue>> entry : properties.entrySet()) {
            if (entry.getKey().id == id) {
                return entry.getValue().get(0).getValue();
            }
        }
        return null;
    }

    static Map<String, Object> person(Object name, Object address, Object smtp) {
        Map<String, Object> person = new LinkedHashMap<>();
        put(person, "name", name);
        put(person, "address", address);
        put(person, "smtp", smtp);
        return person;
    }

    static Object text(MAPIMessage message, int id) {
        for (Chunk chunk : message.getMainChunks().getChunks()) {
            if (chunk.getChunkId() == id && chunk instanceof StringChunk) {
                return text((StringChunk) chunk);
            }
        }
        return null;
    }

    static Object text(StringChunk chunk) {
        return chunk == null ? null : chunk.getValue();
    }

    /** Adds what is there. */
    static void put(Map<String, Object> found, String key, Object value) {
        boolean empty = value == null || value.equals("")
            || value instanceof List && ((List<?>) value).isEmpty()
            || value instanceof Map && ((Map<?, ?>) value).isEmpty();
        if (!empty) {
            found.put(key, value);
        }
    }

    static String sha256(byte[] bytes) throws Exception {
        return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }

    static void write(StringBuilder json, Object value) {
        if (value instanceof Map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                json.append(separator);
                write(json, entry.getKey());
                json.append(':');
                write(json, entry.getValue());
                separator = ",";
            }
            json.append(separator.equals("{") ? "{}" : "}");
        } else if (value instanceof List) {
            String separator = "[";
            for (Object item : (List<?>) value) {
                json.append(separator);
                write(json, item);
                separator = ",";
            }
            json.append(separator.equals("[") ? "[]" : "]");
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            json.append('"');
            for (char c : String.valueOf(value).toCharArray()) {
                if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                    json.append(String.format("\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
            }
            json.append('"');
        }
    }
}
