/** The samples of a tone in a second. */
const RATE = 8000;

/** A tone, as a WAV file of 8-bit samples. */
export function tone(seconds: number): Buffer {
  const samples = Buffer.from(
    Array.from({ length: RATE * seconds }, (_, at) => 128 + 100 * Math.sin(at / 3)),
  );
  const header = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1');
  const format = Buffer.alloc(20);
  format.writeUInt32LE(RATE, 0);
  format.writeUInt32LE(RATE, 4);
  format.writeUInt16LE(1, 8);
  format.writeUInt16LE(8, 10);
  format.write('data', 12);
  format.writeUInt32LE(samples.length, 16);
  header.writeUInt32LE(36 + samples.length, 4);
  return Buffer.concat([header, format, samples]);
}
