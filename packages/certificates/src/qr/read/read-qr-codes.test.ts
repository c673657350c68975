import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { InputError, ParseError } from '@tiemchung/core'
import { encodeQR } from 'qr'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ecSigner, rsaSigner, textOf } from '../../test-kit.js'
import { drawQr, type QrOptions } from '../draw-qr.js'
import { writePng } from '../png/write-png.js'
import { qrPng } from '../qr-png.js'
import { installedDecoder as webDecoder } from './decoder.web.js'
import { installedDecoder } from './decoder.node.js'
import { openDecoder, type Zxing } from './open-decoder.js'
import {
  enlarge,
  type Ink,
  inkedPng,
  jpegOf,
  pngOf,
  sideBySide,
  withoutQuietZone,
} from './picture.fixture.js'
import { readQrCodes } from './read-qr-codes.js'

const es256 = textOf({ signer: ecSigner() })
/** As long as the certificate that Viet Nam gave as its sample (P43). */
const ps256 = textOf({ signer: rsaSigner() }).padEnd(825, '0').slice(0, 825)
const small: QrOptions = { errorCorrection: 'M', because: 'small card' }
const wasmFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

const textsOf = async (picture: Uint8Array) => (await readQrCodes(picture)).map(({ text }) => text)
const refusal = (code: string) =>
  expect.objectContaining({ code: `certificate-qr.${code}` }) as Error

afterEach(() => vi.restoreAllMocks())

describe('readQrCodes reads what qrPng draws', () => {
  it.each<[string, string, QrOptions, number]>([
    ['ES256 at Q', es256, {}, 18],
    ['ES256 at M', es256, small, 15],
    ['PS256 at Q', ps256, {}, 23],
    ['PS256 at M', ps256, small, 19],
  ])('%s', async (_, text, options, version) => {
    for (const scale of [1, 2, 8]) {
      const read = await readQrCodes(qrPng(text, { ...options, scale }))
      expect(read).toEqual([
        {
          text,
          version: expect.any(Number) as number,
          errorCorrection: options.errorCorrection ?? 'Q',
          alphanumeric: true,
          position: expect.any(Array) as unknown,
        },
      ])
      if (text === ps256) expect(read[0]?.version).toBe(version)
    }
  })

  it('tells where a code is, corner by corner', async () => {
    const modules = 17 + 4 * 23
    const [code] = await readQrCodes(qrPng(ps256, { scale: 2 }))
    const [near, far] = [4 * 2, (4 + modules) * 2]
    const expected = [
      [near, near],
      [far, near],
      [far, far],
      [near, far],
    ]
    for (const [index, corner] of (code?.position ?? []).entries()) {
      const [x = 0, y = 0] = expected[index] ?? []
      expect(Math.abs(corner.x - x)).toBeLessThanOrEqual(2)
      expect(Math.abs(corner.y - y)).toBeLessThanOrEqual(2)
    }
    expect(code?.position).toHaveLength(4)
  })

  it('finds every code of a picture, and knows which is which', async () => {
    const page = sideBySide(drawQr(es256), drawQr(ps256), drawQr('HC1:ABC', small))
    const read = await readQrCodes(writePng(page, 3))
    const leftToRight = read.toSorted((a, b) => a.position[0].x - b.position[0].x)
    expect(leftToRight.map(({ text }) => text)).toEqual([es256, ps256, 'HC1:ABC'])
    expect(leftToRight.map(({ errorCorrection }) => errorCorrection)).toEqual(['Q', 'Q', 'M'])
  })

  it('finds none in a white picture', async () => {
    expect(await readQrCodes(writePng([[false, false]], 64))).toEqual([])
  })

  it('finds none where more is destroyed than the code repairs', async () => {
    const modules = drawQr(es256).map((row, y) => row.map((dark, x) => (x * y) % 7 < 2 || dark))
    expect(await readQrCodes(writePng(modules, 4))).toEqual([])
  })

  it('reads what is partly destroyed, and still knows its mode', async () => {
    const half = drawQr(es256).length >> 1
    const spot = (at: number) => Math.abs(at - half) < 6
    const modules = drawQr(es256).map((row, y) =>
      row.map((dark, x) => (spot(x) && spot(y)) || dark),
    )
    const [code] = await readQrCodes(writePng(modules, 4))
    expect(code).toMatchObject({ text: es256, alphanumeric: true })
  })
})

describe('readQrCodes reads a code as it lies', () => {
  const upright = drawQr(es256)
  const turned = upright.map((row, y) =>
    row.map((_, x) => upright[row.length - 1 - x]?.[y] === true),
  )
  it.each<[string, readonly (readonly boolean[])[], [number, number]]>([
    ['turned by a quarter', turned, [1, 0]],
    ['turned by a half', upright.toReversed().map((row) => row.toReversed()), [1, 1]],
    ['mirrored', upright.map((row) => row.toReversed()), [1, 0]],
    ['inverted', upright.map((row) => row.map((dark) => !dark)), [0, 0]],
  ])('%s', async (_, modules, [right, below]) => {
    const [code] = await readQrCodes(writePng(modules, 4))
    expect(code).toMatchObject({ text: es256, alphanumeric: true })
    const middle = (modules.length * 4) / 2
    const [first] = code?.position ?? []
    expect([Number((first?.x ?? 0) > middle), Number((first?.y ?? 0) > middle)]).toEqual([
      right,
      below,
    ])
  })
})

describe('readQrCodes takes what is broken at random', () => {
  it.each([
    ['PNG', () => qrPng('HC1:ABC', { scale: 2 })],
    ['JPEG', () => jpegOf(drawQr('HC1:ABC'))],
  ])('%s: it answers, or refuses as a picture', async (_, sound) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const picture = sound()
          for (const [at, byte] of changes) picture[at % picture.length] = byte
          const end: unknown = await readQrCodes(picture, { limits: { pixels: 1_000_000 } }).catch(
            (caught: unknown) => caught,
          )
          expect(Array.isArray(end) || end instanceof ParseError).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('readQrCodes tells the mode', () => {
  const drawn = (text: string, encoding: 'alphanumeric' | 'byte' | 'numeric') =>
    writePng(encodeQR(text, 'raw', { ecc: 'medium', encoding, border: 4 }), 4)

  it.each<[string, string, 'alphanumeric' | 'byte' | 'numeric', boolean]>([
    ['alphanumeric', es256, 'alphanumeric', true],
    ['byte (P43)', es256, 'byte', false],
    ['byte, with a letter that has no other mode', 'HC1:a', 'byte', false],
    ['numeric', '0123456789', 'numeric', false],
  ])('%s', async (_, text, encoding, alphanumeric) => {
    expect(await readQrCodes(drawn(text, encoding))).toMatchObject([{ text, alphanumeric }])
  })
})

const bits = (bitDepth: number) => 2 ** bitDepth - 1
const inks: [string, Ink][] = [
  ...[1, 2, 4, 8, 16].flatMap((bitDepth): [string, Ink][] => [
    [`grey of ${bitDepth} bits`, { bitDepth, colour: 0, dark: [0], light: [bits(bitDepth)] }],
    [
      `grey of ${bitDepth} bits, its light transparent`,
      { ...{ bitDepth, colour: 0, dark: [0], light: [1] }, transparency: Uint8Array.of(0, 1) },
    ],
  ]),
  ...[8, 16].flatMap((bitDepth): [string, Ink][] => {
    const [none, full] = [0, bits(bitDepth)]
    const opaque = { bitDepth, colour: 6, dark: [none, none, none, full] }
    return [
      [
        `red on white of ${bitDepth} bits`,
        {
          ...{ bitDepth, colour: 2, dark: [full, none, none], light: [full, full, full] },
        },
      ],
      [
        `black on a transparent colour of ${bitDepth} bits`,
        {
          ...{ bitDepth, colour: 2, dark: [0, 0, 0], light: [1, 2, 3] },
          transparency: Uint8Array.of(0, 1, 0, 2, 0, 3),
        },
      ],
      [`black on transparent black of ${bitDepth} bits`, { ...opaque, light: [0, 0, 0, 0] }],
      [
        `black on transparent white of ${bitDepth} bits`,
        { ...opaque, light: [full, full, full, 0] },
      ],
      [
        `white on transparent white of ${bitDepth} bits`,
        {
          ...{ bitDepth, colour: 6, dark: [full, full, full, full], light: [full, full, full, 0] },
        },
      ],
      [
        `grey on transparent grey of ${bitDepth} bits`,
        {
          ...{ bitDepth, colour: 4, dark: [none, full], light: [none, none] },
        },
      ],
    ]
  }),
  ...[1, 2, 4, 8].flatMap((bitDepth): [string, Ink][] => {
    const palette = Uint8Array.of(255, 255, 255, 0, 0, 90)
    return [
      [`palette of ${bitDepth} bits`, { bitDepth, colour: 3, dark: [1], light: [0], palette }],
      [
        `palette of ${bitDepth} bits, its light transparent`,
        {
          ...{ bitDepth, colour: 3, dark: [1], light: [0] },
          palette: Uint8Array.of(0, 0, 90, 0, 0, 90),
          transparency: Uint8Array.of(0),
        },
      ],
    ]
  }),
]

describe('readQrCodes reads every kind of PNG (P44)', () => {
  const modules = enlarge(drawQr('HC1:ABC'), 3)

  it.each(inks)('%s', async (_, ink) => {
    expect(await textsOf(inkedPng(modules, ink))).toEqual(['HC1:ABC'])
    const filters = [4, 3, 2, 1, 0]
    expect(await textsOf(inkedPng(modules, { ...ink, filters, interlace: 1 }))).toEqual(['HC1:ABC'])
    expect(await textsOf(inkedPng(modules, { ...ink, filters }))).toEqual(['HC1:ABC'])
  })

  it('without a quiet zone, also on transparent ground', async () => {
    const bare = withoutQuietZone(drawQr(es256))
    expect(await textsOf(writePng(bare, 1))).toEqual([es256])
    const clear = { bitDepth: 8, colour: 6, dark: [0, 0, 0, 255], light: [0, 0, 0, 0] }
    expect(await textsOf(inkedPng(bare, clear))).toEqual([es256])
  })

  it('interlaced and smaller than the seven passes', async () => {
    const ink = { bitDepth: 8, colour: 0, dark: [0], light: [255], interlace: 1 }
    expect(await textsOf(inkedPng([[true, false]], ink))).toEqual([])
  })

  it('with more in its stream than its size needs', async () => {
    const raw = Buffer.alloc(10_000)
    expect(await textsOf(pngOf({ width: 8, height: 8, bitDepth: 8, colour: 0, raw }))).toEqual([])
  })

  it('with colours that its palette does not have', async () => {
    const ink = { bitDepth: 8, colour: 3, dark: [7], light: [0] }
    const picture = inkedPng(modules, { ...ink, palette: Uint8Array.of(255, 255, 255) })
    expect(await textsOf(picture)).toEqual(['HC1:ABC'])
  })
})

describe('readQrCodes reads JPEG', () => {
  it('whatever it is called', async () => {
    expect(await textsOf(jpegOf(drawQr(ps256)))).toEqual([ps256])
  })

  it('without a quiet zone', async () => {
    expect(await textsOf(jpegOf(withoutQuietZone(drawQr(es256))))).toEqual([es256])
  })

  it('behind other segments and fill bytes', async () => {
    const picture = jpegOf(drawQr('HC1:ABC'))
    const extra = [0xff, 0xe1, 0, 4, 1, 2, 0xff]
    const longer = Uint8Array.from([...picture.subarray(0, 2), ...extra, ...picture.subarray(2)])
    expect(await textsOf(longer)).toEqual(['HC1:ABC'])
  })
})

const grey = { width: 4, height: 4, bitDepth: 8, colour: 0, raw: new Uint8Array(20) }
const jpeg = jpegOf(drawQr('HC1:ABC'))
/** Frame type 9 is coded arithmetically, which nobody reads. */
const arithmetic = jpeg.map((byte, index) => (index === jpeg.indexOf(0xc0) ? 0xc9 : byte))
const png = qrPng('HC1:ABC')

describe('readQrCodes refuses', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'picture-format'],
    ['text', Buffer.from('HC1:ABC'), 'picture-format'],
    ['GIF', Buffer.from('GIF89a'), 'picture-format'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-format'],
    ['a PNG without a header', png.subarray(0, 20), 'picture-damaged'],
    ['a PNG cut in its data', png.subarray(0, 80), 'picture-damaged'],
    ['a PNG without data', png.subarray(0, 33), 'picture-damaged'],
    ['a PNG of no width', pngOf({ ...grey, width: 0 }), 'picture-damaged'],
    ['a PNG of no height', pngOf({ ...grey, height: 0 }), 'picture-damaged'],
    ['an unknown colour type', pngOf({ ...grey, colour: 1 }), 'picture-damaged'],
    [
      'a bit depth that its colours cannot have',
      pngOf({ ...grey, bitDepth: 3 }),
      'picture-damaged',
    ],
    ['an unknown interlacing', pngOf({ ...grey, interlace: 2 }), 'picture-damaged'],
    ['an unknown filter', pngOf({ ...grey, raw: new Uint8Array(20).fill(9) }), 'picture-damaged'],
    ['too few pixels', pngOf({ ...grey, raw: new Uint8Array(19) }), 'picture-damaged'],
    [
      'a bomb of 50,000 by 50,000',
      pngOf({ ...grey, width: 50_000, height: 50_000 }),
      'picture-too-large',
    ],
    ['the start of a JPEG', jpeg.subarray(0, 3), 'picture-damaged'],
    ['a JPEG cut in its header', jpeg.subarray(0, 76), 'picture-damaged'],
    [
      'a JPEG without a frame',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 2, 0, 0, 0, 0),
      'picture-damaged',
    ],
    ['a JPEG of another coding', arithmetic, 'picture-damaged'],
    [
      'a JPEG of a hundred scans too many',
      Uint8Array.from([...jpeg, ...Array<number[]>(100).fill([0xff, 0xda]).flat()]),
      'picture-too-large',
    ],
    ['a file of 16 MiB and a byte', new Uint8Array(16 * 1024 * 1024 + 1), 'picture-too-large'],
  ])('%s', async (_, picture, code) => {
    const error: unknown = await readQrCodes(picture).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ParseError)
    expect(error).toEqual(refusal(code))
  })

  it('no PNG for the number of its chunks', async () => {
    const empty = Buffer.from('000000004944415400000000', 'hex')
    const chunks = Buffer.concat(Array<Buffer>(200_000).fill(empty))
    const many = Buffer.concat([png.subarray(0, 33), chunks, png.subarray(33)])
    expect(await textsOf(many)).toEqual(['HC1:ABC'])
  })

  it('everything under limits that are no numbers', async () => {
    for (const limits of [{ bytes: Number.NaN }, { pixels: Number.NaN }]) {
      await expect(readQrCodes(png, { limits })).rejects.toThrow(refusal('picture-too-large'))
    }
  })

  it('what is beyond the limits of the caller, and takes what is within', async () => {
    const { length } = png
    const pixels = 232 * 232
    await expect(readQrCodes(png, { limits: { bytes: length - 1 } })).rejects.toThrow(
      refusal('picture-too-large'),
    )
    await expect(readQrCodes(png, { limits: { pixels: pixels - 1 } })).rejects.toThrow(
      refusal('picture-too-large'),
    )
    expect(await readQrCodes(png, { limits: { bytes: length, pixels } })).toHaveLength(1)
  })

  it('a bomb in the stream without inflating it: the picture is all that is read of it', async () => {
    const before = process.memoryUsage().arrayBuffers
    const raw = new Uint8Array(300_000_000)
    const bomb = pngOf({ ...grey, width: 100, height: 100, raw })
    expect(bomb.length).toBeLessThan(400_000)
    expect(await readQrCodes(bomb)).toEqual([])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(350_000_000)
  })
})

describe('the decoder', () => {
  it('is read from the installed package in Node, once, and nowhere else', () => {
    expect(installedDecoder()).toEqual(new Uint8Array(readFileSync(wasmFile)))
    expect(installedDecoder()).toBe(installedDecoder())
    expect(webDecoder()).toBeUndefined()
  })

  it('fetches nothing', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'))
    const decoder = new Uint8Array(readFileSync(wasmFile))
    expect(await readQrCodes(png, { decoder })).toHaveLength(1)
    expect(await readQrCodes(png)).toHaveLength(1)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is refused when it is not the one that belongs to this version', async () => {
    const decoder = new Uint8Array(readFileSync(wasmFile))
    decoder[500] = (decoder[500] ?? 0) ^ 1
    const error: unknown = await readQrCodes(png, { decoder }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(InputError)
    expect(error).toEqual(refusal('decoder'))
  })

  const engine = (changes: Partial<Zxing>) => {
    const purged: number[] = []
    const fake: Zxing = {
      prepareZXingModule: () => Promise.resolve(),
      purgeZXingModule: () => void purged.push(1),
      readBarcodes: () => Promise.resolve([]),
      ...changes,
    }
    return { fake, purged }
  }

  it('that cannot start is the matter of the program, and is not kept', async () => {
    const stopped = () => Promise.reject(new Error('wasm is not allowed'))
    const { fake, purged } = engine({ prepareZXingModule: stopped })
    await expect(openDecoder(undefined, fake)).rejects.toThrow(refusal('decoder'))
    expect(purged).toHaveLength(1)
  })

  it('that stops in a picture refuses it, and is not kept', async () => {
    const stopped = () => Promise.reject(new Error('out of memory'))
    const { fake, purged } = engine({ readBarcodes: stopped })
    const decode = await openDecoder(undefined, fake)
    expect(purged).toHaveLength(0)
    await expect(decode(png)).rejects.toThrow(refusal('picture-damaged'))
    expect(purged).toHaveLength(1)
  })
})
