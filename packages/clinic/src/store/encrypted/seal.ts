/** One document, sealed and opened. */
import {
  fromBase64Url,
  fromUtf8,
  InputError,
  type JsonValue,
  ParseError,
  type RandomSource,
  toBase64Url,
  utf8,
} from '@tiemchung/core'
import type { Aead, AeadKey } from '@tiemchung/core/crypto'
import { sealErrors } from '../../errors/store-errors.js'

/** A key of the host. */
export interface StoreKey {
  /** Stands beside every document that it sealed; no secret. */
  readonly id: string
  /** 32 octets, or a `CryptoKey` for AES-GCM that nobody can read. */
  readonly key: Uint8Array | AeadKey
}

/** Where a document belongs: it opens nowhere else. */
export interface Belonging {
  readonly store: string
  readonly collection: string
  readonly id: string
}

/** A document as it is kept. */
interface Sealed {
  readonly sealed: 1
  readonly key: string
  readonly nonce: string
  readonly box: string
}

export interface Sealer {
  seal(value: JsonValue, belonging: Belonging): Promise<JsonValue>
  /** @throws ParseError `clinic.store.key-missing`, `clinic.store.sealed`, `clinic.store.not-sealed` */
  open(kept: JsonValue, belonging: Belonging): Promise<JsonValue>
}

const nonceOctets = 12

const associatedOf = (key: string, { store, collection, id }: Belonging): Uint8Array =>
  utf8(JSON.stringify(['tiemchung-store/1', key, store, collection, id]))

function isSealed(kept: JsonValue): boolean {
  const { sealed, key, nonce, box } = (kept ?? {}) as Partial<Record<keyof Sealed, unknown>>
  return sealed === 1 && [key, nonce, box].every((one) => typeof one === 'string')
}

/** @throws InputError `clinic.store.key` */
async function importKeys(
  keys: readonly StoreKey[],
  aead: Aead,
): Promise<ReadonlyMap<string, AeadKey>> {
  try {
    const imported = await Promise.all(
      keys.map(async ({ id, key }) => {
        const own = key instanceof Uint8Array ? await aead.importKey(key) : key
        return [id, own] as const
      }),
    )
    const byId = new Map(imported)
    if (byId.size === keys.length && byId.size > 0) return byId
  } catch (cause) {
    throw new InputError(sealErrors, 'clinic.store.key', { cause })
  }
  throw new InputError(sealErrors, 'clinic.store.key')
}

/** @throws InputError `clinic.store.key` */
export async function sealerOf(
  keys: readonly StoreKey[],
  aead: Aead,
  random: RandomSource,
): Promise<Sealer> {
  const byId = await importKeys(keys, aead)
  const [[newest, key]] = [...byId] as [[string, AeadKey]]
  const openBox = async ({ key: id, nonce, box }: Sealed, belonging: Belonging) => {
    const own = byId.get(id)
    if (own === undefined) throw new ParseError(sealErrors, 'clinic.store.key-missing')
    const sealed = [fromBase64Url(nonce), fromBase64Url(box)] as const
    return aead.open(own, ...sealed, associatedOf(id, belonging))
  }
  return {
    seal: async (value, belonging) => {
      const nonce = random.bytes(nonceOctets)
      const associated = associatedOf(newest, belonging)
      const box = await aead.seal(key, nonce, utf8(JSON.stringify(value)), associated)
      return { sealed: 1, key: newest, nonce: toBase64Url(nonce), box: toBase64Url(box) }
    },
    open: async (kept, belonging) => {
      if (!isSealed(kept)) throw new ParseError(sealErrors, 'clinic.store.not-sealed')
      const open = await openBox(kept as unknown as Sealed, belonging).catch((caught: unknown) => {
        if ((caught as { code?: unknown }).code === 'clinic.store.key-missing') throw caught
        return undefined
      })
      if (open === undefined) throw new ParseError(sealErrors, 'clinic.store.sealed')
      return JSON.parse(fromUtf8(open)) as JsonValue
    },
  }
}
