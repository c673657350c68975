/**
 * The host of tokens: the native bridge, loaded when it is first asked for, and what PKCS#11 itself keeps
 * once for each process. This file alone touches both.
 */
import { SigningError, systemRandom } from '@tiemchung/core'
import type { CaWorld } from '@tiemchung/x509/ca'
import { errorCatalogue } from './errors.js'
import type { Native, NativeCrypto, NativeModule, NativeSession } from './native.js'

interface Bridge {
  readonly Crypto: new (options: { readonly session: NativeSession }) => NativeCrypto
}

interface Graphene {
  readonly Module: { load(library: string): NativeModule }
}

/** A module of CommonJS: some loaders show what it exports as its default alone. */
function exportsOf<Module>(loaded: unknown): Module {
  const { default: whole } = loaded as { readonly default?: Module }
  return whole ?? (loaded as Module)
}

const installed = async (): Promise<readonly [unknown, unknown]> => [
  await import('node-webcrypto-p11'),
  await import('graphene-pk11'),
]

/**
 * The bridge to PKCS#11.
 *
 * @throws SigningError `signing.native-missing`
 */
export async function loadNative(load = installed): Promise<Native> {
  let loaded: readonly [unknown, unknown]
  try {
    loaded = await load()
  } catch (cause) {
    throw new SigningError(errorCatalogue, 'signing.native-missing', { cause })
  }
  const [{ Crypto }, { Module }] = [exportsOf<Bridge>(loaded[0]), exportsOf<Graphene>(loaded[1])]
  return {
    load: (library) => Module.load(library),
    cryptoOver: (session) => new Crypto({ session }),
  }
}

interface Use {
  readonly module: NativeModule
  /** Whether it was initialized here, and not by somebody else in this process. */
  readonly ours: boolean
  count: number
}

/**
 * PKCS#11 initializes a library once for each process, and ends all sessions of the process when it is
 * finalized: so its users are counted, and the last one ends it if the first one began it here.
 */
const uses = new Map<string, Use>()

const alreadyInitialized = 0x191
/** Sessions of one library are used from several threads: it has to lock (PKCS#11 2.40 section 5.4). */
const osLocking = { flags: 2 }

function initialize(module: NativeModule): boolean {
  try {
    module.lib.C_Initialize(osLocking)
    return true
  } catch (caught) {
    if ((caught as { readonly code?: unknown }).code === alreadyInitialized) return false
    throw caught
  }
}

function begin(native: Native, library: string): Use {
  let module: NativeModule
  try {
    module = native.load(library)
    return { module, ours: initialize(module), count: 0 }
  } catch (cause) {
    throw new SigningError(errorCatalogue, 'signing.library', { cause })
  }
}

/** A PKCS#11 library in use, and how to let go of it. */
export interface Library {
  readonly module: NativeModule
  readonly release: () => void
}

/**
 * Opens a library, or joins those who use it already.
 *
 * @throws SigningError `signing.library`
 */
export function openLibrary(native: Native, path: string): Library {
  // The bridge ends the process when it is given anything but a text.
  if (typeof path !== 'string') throw new SigningError(errorCatalogue, 'signing.library')
  const use = uses.get(path) ?? begin(native, path)
  uses.set(path, use)
  use.count += 1
  let released = false
  const release = () => {
    if (released) return
    released = true
    use.count -= 1
    if (use.count > 0) return
    uses.delete(path)
    try {
      if (use.ours) use.module.finalize()
      use.module.close()
    } catch {
      // A library whose device is gone may refuse to end; there is nothing left to close.
    }
  }
  return { module: use.module, release }
}

/** Bytes as the bridge takes them. */
export function native(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes)
}

/** A world for certificate requests in which the token signs and shows its public key, and the host does the rest. */
export function requestWorld(token: object): CaWorld {
  const host = globalThis.crypto.subtle
  const { sign, exportKey } = token as Pick<SubtleCrypto, 'sign' | 'exportKey'>
  const subtle = {
    sign: sign.bind(token),
    exportKey: exportKey.bind(token),
    importKey: host.importKey.bind(host),
    verify: host.verify.bind(host),
    digest: host.digest.bind(host),
  }
  return { crypto: { subtle }, random: systemRandom }
}
