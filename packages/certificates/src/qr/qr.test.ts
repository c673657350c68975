import { inflateSync } from 'node:zlib'
import { InputError } from '@tiemchung/core'
import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { issueCertificate } from '../issue/index.js'
import { ecSigner, rsaSigner, samplePayload, textOf } from '../test-kit.js'
import { type CertificateFields, certificateSvg } from './certificate-svg.js'
import type { QrOptions } from './draw-qr.js'
import { qrPng, type QrPngOptions } from './qr-png.js'
import { qrSvg } from './qr-svg.js'

const text = textOf({ signer: ecSigner() })
const levels: [string, QrOptions][] = [
  ['Q', { errorCorrection: 'Q' }],
  ['M', { errorCorrection: 'M', because: 'small card' }],
]

/** Paints the path of an SVG, a module as four pixels, and reads the code again. */
function scan(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  return read(size, path)
}

function read(size: number, path: string): string {
  const scale = 4
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < Number(run) * scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4
        data.fill(0, at, at + 3)
      }
    }
  }
  return decodeQR({ width: side, height: side, data })
}

const sizeOf = (svg: string) => Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
/** Version v has 17 + 4v modules, and the quiet zone adds 8. */
const versionOf = (svg: string) => (sizeOf(svg) - 8 - 17) / 4

describe('qrSvg', () => {
  it.each(levels)('draws a code that reads as the text, at level %s', (_, options) => {
    expect(scan(qrSvg(text, options))).toBe(text)
  })

  it('draws at level Q unless told otherwise (P43)', () => {
    expect(qrSvg(text)).toBe(qrSvg(text, { errorCorrection: 'Q' }))
  })

  it('draws PS256 certificates too', () => {
    const long = textOf({ signer: rsaSigner() })
    expect(scan(qrSvg(long))).toBe(long)
  })

  it('an issued PS256 certificate has some 860 characters: version 23 at Q, 19 at M (P43)', async () => {
    const issued = await issueCertificate(samplePayload(), {
      signer: rsaSigner(),
      issuedAt: new Date('2022-06-01T00:00:00Z'),
      keyId: new Uint8Array(8).fill(1),
    })
    // Some random bytes of a signature are pressed a little smaller than others.
    expect(Math.abs(issued.text.length - 860)).toBeLessThan(10)
    expect(versionOf(qrSvg(issued.text))).toBe(23)
    expect(versionOf(qrSvg(issued.text, { errorCorrection: 'M', because: 'small card' }))).toBe(19)
  })

  it('uses the alphanumeric mode: 825 characters fit version 23 at Q and 19 at M (P43)', () => {
    const sample = `HC1:${'A'.repeat(821)}`
    expect(versionOf(qrSvg(sample))).toBe(23)
    expect(versionOf(qrSvg(sample, { errorCorrection: 'M', because: 'small card' }))).toBe(19)
  })

  it('keeps a quiet zone of four modules (P44)', () => {
    const svg = qrSvg('HC1:ABC')
    const columns = [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [
      Number(x),
      Number(y),
      Number(x) + Number(run),
    ])
    expect(Math.min(...columns.flatMap(([x, y]) => [x ?? 0, y ?? 0]))).toBe(4)
    expect(Math.max(...columns.map(([, , end]) => end ?? 0))).toBe(sizeOf(svg) - 4)
  })

  it.each([
    ['lower case', 'HC1:abc', 'not-alphanumeric'],
    ['a line end', 'HC1:A\n', 'not-alphanumeric'],
    ['nothing', '', 'not-alphanumeric'],
    ['more than version 40 holds at Q', `HC1:${'A'.repeat(2417)}`, 'too-long'],
  ])('refuses %s', (_, wrong, code) => {
    expect(() => qrSvg(wrong)).toThrow(InputError)
    expect(() => qrSvg(wrong)).toThrow(expect.objectContaining({ code: `certificate-qr.${code}` }))
  })

  it.each<[string, object]>([
    ['M without a reason', { errorCorrection: 'M' }],
    ['M with an empty reason', { errorCorrection: 'M', because: ' ' }],
    ['L, also with a reason', { errorCorrection: 'L', because: 'small card' }],
    ['H', { errorCorrection: 'H' }],
  ])('refuses level %s', (_, options) => {
    const wrong = options as QrOptions
    const level = expect.objectContaining({ code: 'certificate-qr.level' }) as Error
    for (const draw of [qrSvg, qrPng]) expect(() => draw(text, wrong)).toThrow(level)
  })

  it('takes exactly what version 40 holds at Q', () => {
    expect(versionOf(qrSvg(`HC1:${'A'.repeat(2416)}`))).toBe(40)
  })
})

/** The pixels of a greyscale PNG of one bit a pixel without filters: `true` is white. */
function pixelsOf(png: Uint8Array): boolean[][] {
  const view = Buffer.from(png)
  expect(view.toString('latin1', 1, 4)).toBe('PNG')
  expect(view.toString('latin1', 37, 41)).toBe('IDAT')
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)]
  const raw = inflateSync(view.subarray(41, 41 + view.readUInt32BE(33)))
  const stride = 1 + Math.ceil(width / 8)
  expect(raw).toHaveLength(height * stride)
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_unused, x) => {
      const byte = raw[y * stride + 1 + (x >> 3)] ?? 0
      return (byte & (0x80 >> (x & 7))) !== 0
    }),
  )
}

/** Every whole square of `scale` pixels as one module. */
function modulesOf(pixels: boolean[][], scale: number): string {
  const rows = pixels.filter((_, y) => y % scale === 0)
  return rows
    .map((row) =>
      row
        .filter((_, x) => x % scale === 0)
        .map(Number)
        .join(''),
    )
    .join('\n')
}

describe('qrPng', () => {
  it.each([1, 3, 8])('draws the modules of qrSvg as squares of %i pixels', (scale) => {
    const svg = qrSvg('HC1:ABC')
    const pixels = pixelsOf(qrPng('HC1:ABC', { scale }))
    expect(pixels).toHaveLength(sizeOf(svg) * scale)
    const dark = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)]
    const drawn = Array.from({ length: sizeOf(svg) }, (_, y) =>
      Array.from({ length: sizeOf(svg) }, (_unused, x) =>
        dark.some(
          ([, left, top, run]) =>
            Number(top) === y && x >= Number(left) && x < Number(left) + Number(run),
        )
          ? '0'
          : '1',
      ).join(''),
    ).join('\n')
    for (const shift of new Set([0, scale - 1])) {
      const moved = pixels.slice(shift).map((row) => row.slice(shift))
      expect(modulesOf(moved, scale)).toBe(drawn)
    }
  })

  it('has eight pixels a module unless told otherwise', () => {
    expect(pixelsOf(qrPng(text))).toHaveLength(sizeOf(qrSvg(text)) * 8)
  })

  it.each([0, -1, 1.5, 65, Number.NaN])('refuses %d pixels a module', (scale) => {
    const options: QrPngOptions = { scale }
    expect(() => qrPng(text, options)).toThrow(
      expect.objectContaining({ code: 'certificate-qr.scale' }),
    )
  })
})

describe('certificateSvg', () => {
  const fields: CertificateFields = {
    fullName: 'Đặng Thị Ngọc Ánh',
    birthDate: '02/09/2014',
    nationality: 'Việt Nam',
    disease: 'COVID-19',
    dosesReceived: 2,
    vaccinationDate: '20/05/2022',
    doseNumber: 2,
    vaccine: 'mRNA',
    product: 'Comirnaty',
    manufacturer: 'BioNTech Manufacturing GmbH',
    certificateId: 'URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF',
  }

  it('prints the eleven fields of Decision 5772 in two languages, on A6', () => {
    const svg = certificateSvg({ text, fields, issuer: 'Cục Y tế dự phòng' })
    expect(svg).toContain('width="105mm" height="148mm"')
    for (const value of Object.values(fields)) expect(svg).toContain(`>${value}</text>`)
    for (const label of ['Họ và tên', 'Full name', 'Quốc tịch', 'Nationality', 'Mã chứng nhận']) {
      expect(svg).toContain(`>${label}</text>`)
    }
    expect(svg).toContain('>Cục Y tế dự phòng</text>')
    expect(svg.match(/<text /g)).toHaveLength(2 + 11 * 3 + 1)
  })

  it('holds the same code as qrSvg, 52 mm wide (P44)', () => {
    const svg = certificateSvg({ text, fields })
    const size = sizeOf(qrSvg(text))
    const path =
      /<g transform="translate\(26\.5 17\) scale\(([\d.]+)\)"[^>]*><path d="([^"]+)"/.exec(svg)
    expect(Number(path?.[1]) * size).toBeCloseTo(52, 2)
    expect(read(size, path?.[2] ?? '')).toBe(text)
  })

  it('escapes what XML would read as its own, and drops what XML cannot hold', () => {
    const hostile = '</text><script>alert("1")</script>&\'\u0000\u0008\ud800'
    const svg = certificateSvg({ text, fields: { ...fields, fullName: hostile }, issuer: hostile })
    expect(svg).not.toContain('<script')
    expect(svg).toContain(
      '&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</text>',
    )
    expect(svg).not.toMatch(/[\u0000-\u0008\ud800]/)
  })

  it('squeezes a long value into its column, and only then', () => {
    const long = certificateSvg({
      text,
      fields: { ...fields, fullName: 'Nguyễn '.repeat(10).trim() },
    })
    expect(long).toMatch(/textLength="52"[^>]*>Nguyễn/)
    expect(certificateSvg({ text, fields })).not.toMatch(/textLength="52"[^>]*>Đặng/)
  })
})
