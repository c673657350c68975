/** The first screen of the READMEs: its install line in an empty folder, and its ten lines on a sample. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromBase64, toHex } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { linesOf, run, runNode, toolIn } from '../check/command.js'
import { snippetsInMarkdown } from '../check/snippet.js'
import { textOf } from '../check/workspace.js'
import { startCase } from './case.js'

const pages = ['README.md', 'README.vi.md'] as const
const documented = /^npm run pack -- --into (\.\.\/my-project) (@tiemchung\/[a-z0-9]+)(?: +#.*)?$/m

/** The line that both pages have, as arguments for npm, with another folder in place of the named one. */
function installLine(root: string, project: string): readonly string[] | string {
  const lines = pages.map((page) => documented.exec(textOf(root, page)))
  const [english, vietnamese] = lines.map((match) => match?.[0].replace(/ +#.*/, ''))
  if (english === undefined || vietnamese === undefined) return 'the install line is missing'
  if (english !== vietnamese) return `the install lines differ: ${english}, ${vietnamese}`
  return english.replace('../my-project', project).split(' ').slice(1)
}

const compilerOptions = {
  ...{ target: 'ES2022', module: 'nodenext', moduleResolution: 'nodenext', strict: true },
  ...{ types: [], lib: ['ES2022'], skipLibCheck: false },
}

/** Asks the ten lines about every code that is given, and prints an answer a line. */
const driver = `import { readFileSync } from 'node:fs'
const { codes, keyId, key } = JSON.parse(readFileSync('sample.json', 'utf8'))
const bytes = (hex) => new Uint8Array(Buffer.from(hex, 'hex'))
for (const door of ['./door-0.js', './door-1.js']) {
  const { atTheDoor } = await import(door)
  for (const code of codes) {
    console.log(JSON.stringify(await atTheDoor(code, bytes(keyId), bytes(key), new Date())))
  }
}
`

/** The codes of the sample, and the key that its list trusts. */
function sampleOf(folder: string): string {
  const sample = (file: string) =>
    readFileSync(join(folder, 'verify-script', 'sample', file), 'utf8')
  const list = JSON.parse(sample('trust-list.json')) as { items: [{ certificate: string }] }
  const der = fromBase64(list.items[0].certificate)
  const keyId = createHash('sha256').update(der).digest('hex').slice(0, 16)
  const codes = sample('codes.txt').split('\n').slice(0, 3)
  return JSON.stringify({ codes, keyId, key: toHex(readCertificate(der).spki) })
}

function writeProject(root: string, project: string, folder: string): string[] {
  const faults = pages.flatMap((page, index) => {
    const [first] = snippetsInMarkdown(page, textOf(root, page))
    if (first === undefined) return [`${page} has no lines to try`]
    writeFileSync(join(project, `door-${index}.ts`), `${first.code}\n`)
    return []
  })
  const options = { compilerOptions, include: ['door-*.ts'] }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(options))
  writeFileSync(join(project, 'sample.json'), sampleOf(folder))
  writeFileSync(join(project, 'drive.mjs'), driver)
  return faults
}

const answers = [
  { fn: 'Nguyễn', gn: 'Thị Mẫu', fnt: 'NGUYEN', gnt: 'THI<MAU' },
  ['Dữ liệu nén zlib bị hỏng.'],
  ['Khoá ký không có trong danh sách tin cậy.'],
]

async function tryIn(root: string, project: string, folder: string): Promise<readonly string[]> {
  const line = installLine(root, project)
  if (typeof line === 'string') return [line]
  // The tools of this tree, on the tree that is checked; in a clone both are the same.
  const cwd = join(import.meta.dirname, '..', '..')
  const installed = await run('npm', line, { cwd, env: { TIEMCHUNG_ROOT: root } })
  if (installed.status !== 0) return linesOf(installed).slice(-20)
  const faults = writeProject(root, project, folder)
  if (faults.length > 0) return faults
  const compiled = await runNode(
    [toolIn(root, 'typescript/bin/tsc'), '-p', '.', '--pretty', 'false'],
    { cwd: project },
  )
  if (compiled.status !== 0) return linesOf(compiled).slice(0, 20)
  const ran = await runNode(['drive.mjs'], { cwd: project })
  if (ran.status !== 0) return linesOf(ran).slice(0, 20)
  const asked = startCase()
  const said = ran.stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as unknown)
  asked.same('the ten lines', said, [...answers, ...answers])
  return asked.faults
}

/** Does what the first screen says, in an empty folder outside of the tree. */
export async function tryFirstScreen(root: string, folder: string): Promise<readonly string[]> {
  const project = mkdtempSync(join(tmpdir(), 'tiemchung-newcomer-'))
  try {
    return await tryIn(root, project, folder)
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}
