/** A file with several keys, which OpenSSL's command line does not make: the library of the reader does. */
import { utf8 } from '@tiemchung/core'
import { OctetString } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'
import type { TestPair } from './openssl.fixture.js'
import { hostEngine } from './world.js'

function certBag(der: Uint8Array): SafeBag {
  const certValue = new OctetString({ valueHex: der.slice().buffer })
  const bagValue = new CertBag({ certId: '1.2.840.113549.1.9.22.1', certValue })
  return new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.3', bagValue })
}

/** All keys and own certificates of the pairs in one file. */
export async function manyKeys(pairs: readonly TestPair[], secret: string): Promise<Uint8Array> {
  const engine = hostEngine()
  const password = utf8(secret).slice().buffer
  const lock = {
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as never,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 2048,
  }
  const bags: SafeBag[] = pairs.map(({ own }) => certBag(own))
  for (const { pkcs8 } of pairs) {
    const parsedValue = PrivateKeyInfo.fromBER(pkcs8.slice().buffer)
    const bagValue = new PKCS8ShroudedKeyBag({ parsedValue })
    await bagValue.makeInternalValues(lock, engine)
    bags.push(new SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue }))
  }
  const safeContents = [{ privacyMode: 0, value: new SafeContents({ safeBags: bags }) }]
  const authenticatedSafe = new AuthenticatedSafe({ parsedValue: { safeContents } })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}] }, engine)
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  const mac = {
    password,
    iterations: 2048,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  }
  await pfx.makeInternalValues(mac, engine)
  return new Uint8Array(pfx.toSchema().toBER(false))
}
