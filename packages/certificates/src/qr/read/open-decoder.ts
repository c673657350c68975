/** The decoder, zxing-wasm, without its habit of fetching itself from a content delivery network. */
import { InputError, ParseError, toHex } from '@tiemchung/core'
import {
  prepareZXingModule,
  purgeZXingModule,
  readBarcodes,
  type ReadResult,
  ZXING_WASM_SHA256,
} from 'zxing-wasm/reader'
import { installedDecoder } from '#qr-decoder'
import { qrErrors } from '../../errors/qr-errors.js'
import { systemCrypto } from '../../world.js'
import type { Pixels } from '../png/read-png.js'

/** Reads the codes of a JPEG, or of pixels. */
export type Decode = (picture: Uint8Array | Pixels) => Promise<readonly ReadResult[]>

/** The parts of zxing-wasm that are used. */
export interface Zxing {
  readonly prepareZXingModule: (options: {
    readonly overrides: Overrides
    readonly equalityFn: (before: object, wanted: object) => boolean
    readonly fireImmediately: true
  }) => Promise<unknown>
  readonly purgeZXingModule: () => void
  readonly readBarcodes: (picture: never, options: object) => Promise<readonly ReadResult[]>
}

interface Overrides {
  /** Its bytes, so that none are looked for elsewhere. */
  readonly wasmBinary: ArrayBuffer
  readonly locateFile: (path: string) => string
  readonly print: () => void
  readonly printErr: () => void
}

const zxing = { prepareZXingModule, purgeZXingModule, readBarcodes } as Zxing

const silent = () => undefined
/** What was prepared with the same bytes is used again. */
const sameBytes = (before: object, wanted: object) =>
  (before as Partial<Overrides>).wasmBinary === (wanted as Overrides).wasmBinary

/** The model in use since 1997; neither Micro QR nor rMQR, which hold no certificate. */
const asked = { formats: ['QRCodeModel2'], textMode: 'Plain' }

/** The bytes that the caller gave, if they are those of the version that we depend on. */
async function checked(given: Uint8Array): Promise<Uint8Array> {
  const digest = toHex(await systemCrypto.digest('SHA-256', given))
  if (digest !== ZXING_WASM_SHA256) throw new InputError(qrErrors, 'certificate-qr.decoder')
  return given
}

/**
 * A decoder made of the given bytes, else of the installed ones.
 *
 * @throws InputError `certificate-qr.decoder`
 */
export async function openDecoder(given?: Uint8Array, engine: Zxing = zxing): Promise<Decode> {
  const bytes = given === undefined ? installedDecoder() : await checked(given)
  if (bytes === undefined) throw new InputError(qrErrors, 'certificate-qr.decoder')
  const overrides: Overrides = {
    // It takes any view of the bytes, whatever its types say.
    wasmBinary: bytes as unknown as ArrayBuffer,
    locateFile: (path) => path,
    print: silent,
    printErr: silent,
  }
  try {
    await engine.prepareZXingModule({ overrides, equalityFn: sameBytes, fireImmediately: true })
  } catch (cause) {
    engine.purgeZXingModule()
    throw new InputError(qrErrors, 'certificate-qr.decoder', { cause })
  }
  return async (picture) => {
    try {
      return await engine.readBarcodes(picture as never, asked)
    } catch (cause) {
      // What is left of an engine that has stopped must not read the next picture.
      engine.purgeZXingModule()
      throw new ParseError(qrErrors, 'certificate-qr.picture-damaged', { cause })
    }
  }
}
