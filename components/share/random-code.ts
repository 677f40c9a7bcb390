/** Without 0 o, 1 l i: what is read aloud or copied by hand arrives as it was meant. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 4;
/** The largest multiple of the alphabet's size a byte can hold: bytes above would favour its first letters. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/** An extraction code for a person to see and change before the share is made. */
export function makeRandomCode(): string {
  let code = '';
  while (code.length < LENGTH) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? FAIR_BYTES;
    if (byte < FAIR_BYTES) code += ALPHABET.charAt(byte % ALPHABET.length);
  }
  return code;
}
