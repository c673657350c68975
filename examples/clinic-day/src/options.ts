/** What the demo is run with, read from its command line. */
import { parseArgs } from 'node:util'
import type { Language } from './show/words.js'

export interface Options {
  readonly language: Language
  readonly children: number
  readonly seed: number
  readonly out: string
}

/** Somebody typed something that the demo does not know. The message is for them. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const most = 5000

export const usage = `npm run demo -- [--lang vi|en] [--children N] [--seed N] [--out DIR]

  --lang      vi (mặc định, default) | en
  --children  1 … ${most} (1200)
  --seed      số nguyên; cùng số, cùng dữ liệu | an integer; the same seed, the same data (1815)
  --out       thư mục kết quả, bị xoá trước | folder for the results, emptied first (out/clinic-day)

DATABASE_URL: PostgreSQL để dùng thay cho thư mục | a PostgreSQL to use instead of a folder
`

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= from && number <= to) return number
  throw new UsageError(
    `--${name} cần một số nguyên từ ${from} đến ${to}. | --${name} needs an integer from ${from} to ${to}.`,
  )
}

function languageOf(text: string): Language {
  if (text === 'vi' || text === 'en') return text
  throw new UsageError('--lang cần vi hoặc en. | --lang needs vi or en.')
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        lang: { type: 'string', default: 'vi' },
        children: { type: 'string', default: '1200' },
        seed: { type: 'string', default: '1815' },
        out: { type: 'string', default: 'out/clinic-day' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/**
 * The options of a command line; `help` when it asks for help.
 *
 * @throws UsageError
 */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { lang, children, seed, out, help } = parsed(args)
  if (help) return 'help'
  return {
    language: languageOf(lang),
    children: wholeNumber('children', children, 1, most),
    seed: wholeNumber('seed', seed, 0, 4_294_967_295),
    out,
  }
}
