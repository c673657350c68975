/** LibreOffice without a window, if it is at hand: files as a real spreadsheet program makes them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

const commands = [process.env['SOFFICE'] ?? '', 'soffice', 'libreoffice']

const command = commands.find(
  (name) => name !== '' && spawnSync(name, ['--version']).error === undefined,
)

const skip = command === undefined && !required

/** Where it is required its tests run, and fail for want of it. */
export const libreOffice = {
  skip,
  title: skip
    ? 'LibreOffice (skipped: no soffice; Debian has it in libreoffice-calc-nogui, SOFFICE names another)'
    : 'LibreOffice',
}

/** How CSV is written: `FilterOptions` of LibreOffice, separator and encoding by their numbers. */
const csvFilter = (separator: number, encoding: number) =>
  `csv:Text - txt - csv (StarCalc):${separator},34,${encoding},1,,0,false,true,false`

/** What can be asked for, as `--convert-to` wants it. */
const kinds = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  xls: 'xls:MS Excel 97',
  ods: 'ods:calc8',
  html: 'html:HTML (StarCalc)',
  csv: csvFilter(44, 76),
  semicolons: csvFilter(59, 76),
  windows1258: csvFilter(44, 40),
  utf16: csvFilter(9, 65_535),
} as const

/** A kind of file. */
export type Kind = keyof typeof kinds

/** How the columns of a CSV file are read: 1 as it likes, 2 as text, 4 as dates with the day first. */
export type ColumnFormat = 1 | 2 | 4

/** A program with a profile and a folder of its own. */
export interface Office {
  /** The files in another form, by the names that they have. */
  convert(
    files: Readonly<Record<string, Uint8Array | string>>,
    to: Kind,
    columns?: readonly ColumnFormat[],
  ): Readonly<Record<string, Uint8Array>>
  close(): void
}

/** What CSV is read with: commas, UTF-8, from line 1. */
function importFilter(columns: readonly ColumnFormat[]): string {
  const formats = columns.map((format, index) => `${index + 1}/${format}`)
  return `--infilter=CSV:44,34,76,1,${formats.join('/')}`
}

function run(office: string, args: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(office, 'profile')).href}`
  const settings = ['--headless', '--norestore', '--nolockcheck']
  const ran = spawnSync(command ?? 'soffice', [profile, ...settings, ...args], {
    encoding: 'utf8',
    timeout: 150_000,
  })
  if (ran.status !== 0) throw new Error(ran.error?.message ?? `soffice: ${ran.stderr}`)
}

/** Starts with an empty profile, so that nobody's settings decide a test. */
export function openOffice(): Office {
  const office = mkdtempSync(join(tmpdir(), 'spreadsheets-'))
  let turn = 0
  return {
    convert(files, to, columns) {
      const [into, from] = [join(office, `${++turn}-out`), join(office, `${turn}-in`)]
      mkdirSync(from)
      const paths = Object.entries(files).map(([name, content]) => {
        const path = join(from, name)
        writeFileSync(path, content)
        return path
      })
      const filter = columns === undefined ? [] : [importFilter(columns)]
      run(office, [...filter, '--convert-to', kinds[to], '--outdir', into, ...paths])
      const [extension = ''] = kinds[to].split(':')
      return Object.fromEntries(
        Object.keys(files).map((name) => {
          const made = join(into, `${name.replace(/\.[^.]*$/, '')}.${extension}`)
          return [name, new Uint8Array(readFileSync(made))]
        }),
      )
    },
    close: () => rmSync(office, { recursive: true, force: true }),
  }
}
