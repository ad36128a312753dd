// SHA-256 (FIPS 180-4), which ties each line of a diary to all lines before it. The browser has it as well, but not for
// a page that came without encryption, and only with a wait for each line.
const primes = [];
for (let number = 2; primes.length < 64; number += 1) {
  if (primes.every((prime) => number % prime)) primes.push(number);
}
// The first 32 bits behind the point.
const fraction = (number) => ((number - Math.floor(number)) * 2 ** 32) | 0;
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = primes.map((prime) => fraction(Math.cbrt(prime)));

const turn = (word, by) => (word >>> by) | (word << (32 - by));

// The 32 bytes for these bytes.
export function sha256(bytes) {
  // Behind the bytes comes a bit, then zeros up to a whole block, whose last 8 bytes are the length in bits.
  const length = (Math.floor((bytes.length + 8) / 64) + 1) * 64;
  const blocks = new DataView(new ArrayBuffer(length));
  new Uint8Array(blocks.buffer).set(bytes);
  blocks.setUint8(bytes.length, 0x80);
  blocks.setUint32(length - 8, bytes.length / 2 ** 29);
  blocks.setUint32(length - 4, bytes.length << 3);

  const hash = Int32Array.from(START);
  const words = new Int32Array(64);
  for (let block = 0; block < length; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = blocks.getInt32(block + 4 * at);
    for (let at = 16; at < 64; at += 1) {
      const [before, last] = [words[at - 15], words[at - 2]];
      const small = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
      const large = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
      words[at] = words[at - 16] + small + words[at - 7] + large;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let at = 0; at < 64; at += 1) {
      const choice = (e & f) ^ (~e & g);
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + ROUNDS[at] + words[at]) | 0;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
      [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (hash[at] += word));
  }
  const result = new DataView(new ArrayBuffer(32));
  hash.forEach((word, at) => result.setInt32(4 * at, word));
  return new Uint8Array(result.buffer);
}
