/** A file of lines that only grows, flushed to the disk line by line. */
import { fromUtf8, utf8 } from '@tiemchung/core'
import { appendWhole, openSound } from '@tiemchung/core/durable-file'
import { lockFile } from '@tiemchung/core/file-lock'
import type { LineFile } from './io.js'

const lineFeed = 10

/** What stands before the last line feed; what a power cut left behind it goes: its `append` had not returned. */
const soundOctets = (bytes: Uint8Array) => bytes.lastIndexOf(lineFeed) + 1

/** Opens a file of lines; undefined while another process has it. Only its owner may read it. */
export async function openLines(path: string): Promise<LineFile | undefined> {
  const letGo = await lockFile(path)
  if (letGo === undefined) return undefined
  try {
    const { file, bytes } = await openSound(path, soundOctets)
    return {
      lines: fromUtf8(bytes).split('\n').filter(Boolean),
      append: (line) => appendWhole(file, utf8(`${line}\n`)),
      close: async () => {
        await file.close()
        await letGo()
      },
    }
  } catch (caught) {
    await letGo()
    throw caught
  }
}
