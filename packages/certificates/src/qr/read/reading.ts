/** What a code in a picture says. */
import { encodeQR } from 'qr'
import type { ReadResult } from 'zxing-wasm/reader'

/** A corner, in pixels from the top left of the picture. */
export interface QrCorner {
  readonly x: number
  readonly y: number
}

/** One QR code of a picture. */
export interface QrReading {
  /** What the code says. It is not checked in any way: hand it to `verifyCertificate`. */
  readonly text: string
  /** Version of the symbol, 1 to 40: 17 + 4 × version modules along one side. */
  readonly version: number
  readonly errorCorrection: 'L' | 'M' | 'Q' | 'H'
  /** The whole text is one segment in alphanumeric mode, as the hcert specification demands of writers. */
  readonly alphanumeric: boolean
  /** Its corners as the code is read, clockwise: the first is the one between two finder patterns. */
  readonly position: readonly [QrCorner, QrCorner, QrCorner, QrCorner]
}

/** What zxing-cpp says of a QR code beside its text. */
interface Extra {
  readonly Version: string
  readonly ECLevel: 'L' | 'M' | 'Q' | 'H'
  readonly DataMask: number
}

type Mode = 'alphanumeric' | 'byte' | 'numeric'

const levels = { L: 'low', M: 'medium', Q: 'quartile', H: 'high' } as const
/** Fewer modules of a readable symbol are wrong; of another symbol, about half would differ. */
const damagedAtMost = 0.25

/** The symbol that a mode makes of a text, if there is one. */
function symbolIn(mode: Mode, text: string, extra: Extra): readonly boolean[] | undefined {
  try {
    const rows = encodeQR(text, 'raw', {
      ecc: levels[extra.ECLevel],
      version: Number(extra.Version),
      mask: extra.DataMask,
      encoding: mode,
      border: 1,
    })
    return rows.slice(1, -1).flatMap((row) => row.slice(1, -1))
  } catch {
    return undefined
  }
}

/**
 * The decoder does not tell the mode: so the text is written again in every mode that can hold it, and the
 * symbol that comes nearest to the one in the picture tells.
 */
function isAlphanumeric({ text, symbol, isMirrored }: ReadResult, extra: Extra): boolean {
  const { data, width } = symbol
  // A mirrored symbol comes as it was seen, its rows as columns.
  const seen = (index: number) =>
    isMirrored ? data[(index % width) * width + Math.floor(index / width)] : data[index]
  const shareWrong = (mode: Mode): number => {
    const expected = symbolIn(mode, text, extra)
    if (expected === undefined) return 1
    const wrong = expected.filter((dark, index) => dark !== (seen(index) === 0)).length
    return wrong / expected.length
  }
  const wrong = shareWrong('alphanumeric')
  if (wrong === 0) return true
  return wrong <= damagedAtMost && wrong < shareWrong('byte') && wrong < shareWrong('numeric')
}

/** What a result of the decoder says, in our words. */
export function readingOf(result: ReadResult): QrReading {
  const extra = JSON.parse(result.extra) as Extra
  const { topLeft, topRight, bottomRight, bottomLeft } = result.position
  const corner = ({ x, y }: QrCorner): QrCorner => ({ x, y })
  return {
    text: result.text,
    version: Number(extra.Version),
    errorCorrection: extra.ECLevel,
    alphanumeric: isAlphanumeric(result, extra),
    position: [corner(topLeft), corner(topRight), corner(bottomRight), corner(bottomLeft)],
  }
}
