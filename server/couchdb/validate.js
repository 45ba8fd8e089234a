/*
 * CouchDB runs this for every document before it is written: `validate_doc_update` of `_design/duwang`. Its older
 * engines know ECMAScript 5 only, and none has a library, hence a SHA-256 of its own. It holds what the embedded
 * server holds: nothing is overwritten or deleted, an entry's id is the hash of its content, its author is the user.
 */
(function (newDoc, oldDoc, userCtx) {
  'use strict';
  var TEAM = '@team@';

  function refuse(reason) {
    throw { forbidden: reason };
  }

  /** UTF-8 bytes; a lone surrogate becomes U+FFFD, as TextEncoder has it. */
  function bytesOf(text) {
    var bytes = [];
    for (var i = 0; i < text.length; i++) {
      var c = text.charCodeAt(i);
      if (c >= 0xd800 && c < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
        c = 0x10000 + ((c & 0x3ff) << 10) + (text.charCodeAt(++i) & 0x3ff);
      } else if (c >= 0xd800 && c < 0xe000) {
        c = 0xfffd;
      }
      if (c < 0x80) bytes.push(c);
      else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
      else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
      else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    }
    return bytes;
  }

  /** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
  function constants(count, root) {
    var found = [];
    for (var n = 2; found.length < count; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
      if (!prime) continue;
      var value = Math.pow(n, 1 / root);
      found.push(((value - Math.floor(value)) * 0x100000000) | 0);
    }
    return found;
  }

  function turn(x, n) {
    return (x >>> n) | (x << (32 - n));
  }

  /** The 64 words of a block's message schedule (FIPS 180-4, 6.2.2). */
  function schedule(bytes, at) {
    var w = [];
    for (var t = 0; t < 64; t++) {
      if (t < 16) {
        var b = at + 4 * t;
        w.push((bytes[b] << 24) | (bytes[b + 1] << 16) | (bytes[b + 2] << 8) | bytes[b + 3]);
      } else {
        var s0 = turn(w[t - 15], 7) ^ turn(w[t - 15], 18) ^ (w[t - 15] >>> 3);
        var s1 = turn(w[t - 2], 17) ^ turn(w[t - 2], 19) ^ (w[t - 2] >>> 10);
        w.push((w[t - 16] + s0 + w[t - 7] + s1) | 0);
      }
    }
    return w;
  }

  /** SHA-256 of bytes, in lower-case hex. */
  function sha256(bytes) {
    var k = constants(64, 3);
    var h = constants(8, 2);
    var bits = bytes.length * 8;
    bytes.push(0x80);
    while (bytes.length % 64 !== 56) bytes.push(0);
    for (var s = 7; s >= 0; s--) bytes.push(Math.floor(bits / Math.pow(2, 8 * s)) & 255);
    for (var at = 0; at < bytes.length; at += 64) {
      var w = schedule(bytes, at);
      var v = h.slice();
      for (var i = 0; i < 64; i++) {
        var e = v[4];
        var a = v[0];
        var s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
        var s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
        var t1 = (v[7] + s1 + ((e & v[5]) ^ (~e & v[6])) + k[i] + w[i]) | 0;
        var t2 = (s0 + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]))) | 0;
        v = [(t1 + t2) | 0, a, v[1], v[2], (v[3] + t1) | 0, e, v[5], v[6]];
      }
      for (var j = 0; j < 8; j++) h[j] = (h[j] + v[j]) | 0;
    }
    var hex = '';
    for (var n = 0; n < 8; n++) hex += ('0000000' + (h[n] >>> 0).toString(16)).slice(-8);
    return hex;
  }

  /** One text per value, as in utils/findings/json.ts. */
  function canonical(value) {
    if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    var members = Object.keys(value)
      .sort()
      .map(function (key) {
        return JSON.stringify(key) + ':' + canonical(value[key]);
      });
    return '{' + members.join(',') + '}';
  }

  /** The document's own members: what CouchDB adds begins with `_`. */
  function bodyOf(doc) {
    var body = {};
    Object.keys(doc).forEach(function (name) {
      if (name.charAt(0) !== '_') body[name] = doc[name];
    });
    return body;
  }

  function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }

  function checkEntry(doc) {
    ['finding', 'author', 'device', 'hlc'].forEach(function (name) {
      if (typeof doc[name] !== 'string') refuse('an entry needs ' + name);
    });
    if (typeof doc.v !== 'number' || !isRecord(doc.fields) || !isRecord(doc.prev)) refuse('not an entry');
    if (doc._attachments) refuse('entries have no attachment');
    if (doc._id !== 'e:' + sha256(bytesOf(canonical(bodyOf(doc)))))
      refuse('id is not the hash of the content');
    if (!isAdmin && doc.author !== userCtx.name) refuse('author is not the user');
  }

  function checkBlob(doc) {
    if (Object.keys(bodyOf(doc)).length > 0) refuse('a blob has no members');
    var names = Object.keys(doc._attachments || {});
    if (names.length !== 1 || names[0] !== 'blob') refuse('a blob has one attachment, `blob`');
  }

  var isAdmin = userCtx.roles.indexOf('_admin') >= 0;
  if (isAdmin && (newDoc._deleted || newDoc._id.indexOf('_design/') === 0)) return;
  if (newDoc._deleted) refuse('entries are never deleted');
  var mayWrite =
    isAdmin ||
    userCtx.roles.some(function (role) {
      return role === TEAM + ':reviewer' || role === TEAM + ':admin';
    });
  if (!mayWrite) refuse('readers do not write');
  if (newDoc._id.indexOf('e:') === 0) checkEntry(newDoc);
  else if (/^sha256-[0-9a-f]{64}$/.test(newDoc._id)) checkBlob(newDoc);
  else refuse('neither an entry nor a blob');
  // CouchDB itself says `conflict` before it asks here, PouchDB Server does not.
  if (oldDoc && !oldDoc._deleted) refuse('conflict');
});
