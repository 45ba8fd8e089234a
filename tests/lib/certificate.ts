import { generateKeyPairSync, sign } from 'node:crypto';

const OID = { sha256WithEcdsa: '2a8648ce3d040302', commonName: '550403' };

/** A certificate that nobody vouches for, and its key, in PEM: what an office makes for itself, or an attacker. */
export function selfSigned(host: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(der(0x06, Buffer.from(OID.sha256WithEcdsa, 'hex')));
  const attribute = sequence(der(0x06, Buffer.from(OID.commonName, 'hex')), der(0x0c, Buffer.from(host)));
  const name = sequence(der(0x31, attribute));
  const validity = sequence(der(0x17, Buffer.from('240101000000Z')), der(0x17, Buffer.from('490101000000Z')));
  const content = sequence(
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]));
  const base64 = sequence(content, algorithm, signature).toString('base64');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));

/** Tag, length, value (X.690); values here are shorter than 64 kB. */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}
