/** Libraries of EU certificates, from the text of the code to its payload. */
import { bundledPeer } from './peers.js'

/** A key under which certificates are found, as these libraries want it. */
export interface KnownKey {
  readonly keyId: Uint8Array
  readonly spki: Uint8Array
  /** How WebCrypto calls its algorithm. */
  readonly webCrypto: object
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A library of EU certificates that knows one key. */
export interface DccPeer {
  readonly name: string
  /** Whether the text holds a certificate of the key. */
  readonly verify: (text: string) => Promise<boolean>
}

interface PathCheck {
  readonly addCachedKeys: (keys: Readonly<Record<string, string>>) => void
  readonly unpackAndVerify: (text: string) => Promise<unknown>
  readonly makeCWT: (payload: object, months: number, issuer: string) => Promise<unknown>
  readonly signAndPack: (claims: unknown, publicKey: string, privateKey: string) => Promise<string>
  readonly unpack: (text: string) => Promise<Uint8Array>
  readonly verify: (cose: Uint8Array) => Promise<{ readonly status: string }>
}

// Its own way in, by the loader esm, does not get through what its dependencies are today.
const pathCheckModule = () => bundledPeer<PathCheck>('dcc', '@pathcheck/dcc-sdk/lib/main.js')

/** `@pathcheck/dcc-sdk`. @throws when it is not installed or does not load here */
export function pathCheck({ keyId, spki }: KnownKey): DccPeer {
  const { addCachedKeys, unpack, verify } = pathCheckModule()
  // An unknown key would send it to the network.
  addCachedKeys({ [base64(keyId)]: base64(spki) })
  return {
    name: '@pathcheck/dcc-sdk',
    verify: async (text) => (await verify(await unpack(text))).status === 'verified',
  }
}

/** What {@link pathCheckSigner} signs with. */
export interface PemPair {
  readonly publicKey: string
  readonly privateKey: string
}

/** Signs and packs with `@pathcheck/dcc-sdk`. @throws as {@link pathCheck} */
export function pathCheckSigner({ publicKey, privateKey }: PemPair) {
  const { makeCWT, signAndPack } = pathCheckModule()
  return async (payload: object, months: number, issuer: string): Promise<string> =>
    signAndPack(await makeCWT(payload, months, issuer), publicKey, privateKey)
}

interface DccUtils {
  readonly DCC: {
    fromRaw(text: string): Promise<{
      checkSignatureWithKeysList(keys: object): Promise<unknown>
      checkSignatureWithCertificate(pem: string): Promise<unknown>
    }>
  }
}

const dccUtilsModule = () => bundledPeer<DccUtils>('dcc', 'dcc-utils')

/** `dcc-utils` with a list of keys. @throws when it is not installed or does not load here */
export function dccUtils({ keyId, spki, webCrypto }: KnownKey): DccPeer {
  const { DCC } = dccUtilsModule()
  const keys = {
    [base64(keyId)]: { publicKeyPem: base64(spki), publicKeyAlgorithm: webCrypto },
  }
  return {
    name: 'dcc-utils, key list',
    verify: async (text) => {
      const certificate = await DCC.fromRaw(text)
      return (await certificate.checkSignatureWithKeysList(keys)) !== false
    },
  }
}

/** `dcc-utils` with a certificate or key in PEM. @throws as {@link dccUtils} */
export function dccUtilsWithPem(pem: string): DccPeer {
  const { DCC } = dccUtilsModule()
  return {
    name: 'dcc-utils, key in PEM',
    verify: async (text) => {
      const certificate = await DCC.fromRaw(text)
      return certificate.checkSignatureWithCertificate(pem).then(
        () => true,
        () => false,
      )
    },
  }
}
