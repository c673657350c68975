/** The command as a process: signals, pipes and what a shell sees of it. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toPem } from '@tiemchung/core'
import { readPl1, writeCsv, writeWorkbook } from '@tiemchung/schemas/tabular'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeByOpenssl, titled, withoutOpenssl } from './command/x509/openssl.fixture.js'
import { filesOf, startPki, untilLongAfter } from './command/x509/pki.fixture.js'
import { recordOf } from './command/sign/signing.fixture.js'
import { now, startCountry, trustListOf } from './test-kit.js'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tiemchung-cli-'))
const at = (name: string) => join(folder, name)
const lists = ['--trust', 'trust.json', '--anchor', 'VN=csca.pem', '--at', now.toISOString()]
const row = {
  listNumber: 1,
  fullName: 'Nguyễn Văn Mẫu',
  birthDate: '31/02/2014',
  sex: 'Nam',
  identityNumber: '001214000017',
  province: '01',
  district: '001',
  commune: '00001',
} as const
/** Said once, after the first valid result: an interruption comes before it or after it. */
const noList = /^Không có danh sách thu hồi: [^\n]+\n$/
let code = ''

beforeAll(async () => {
  const { anchor, issuing } = await startCountry()
  code = await issuing.issue(now)
  writeFileSync(at('trust.json'), trustListOf([issuing.certificate]))
  writeFileSync(at('csca.pem'), toPem(anchor, 'CERTIFICATE'))
  writeFileSync(
    at('long.csv'),
    writeCsv(
      'pl1',
      Array.from({ length: 20_000 }, () => row),
    ),
  )
  writeFileSync(at('list.xlsx'), await writeWorkbook('pl1', [row]))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The command from its source, as Node runs it: without a shell. */
function start(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const loader = import.meta.resolve('tsx')
  const node = ['--conditions=@tiemchung/source', '--import', loader, main, ...args]
  return spawn(process.execPath, node, { cwd: folder, env: { ...process.env, ...variables } })
}

interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly said: string
}

async function ended(child: ChildProcessWithoutNullStreams, stdin?: string): Promise<Ended> {
  let [out, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  if (stdin !== undefined) child.stdin.end(stdin)
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { status, signal, out, said }
}

describe('tiemchung, the process', () => {
  it('verifies what is piped into it', async () => {
    expect(await ended(start(['verify', ...lists]), `${code}\n`)).toEqual({
      ...{ status: 0, signal: null, out: '1 hợp lệ\n' },
      said: expect.stringMatching(noList) as string,
    })
  })

  it.each([
    ['no command', [], 64, 'tiemchung'],
    ['a file that is not there', ['list', 'nowhere.csv'], 65, 'ENOENT'],
    ['a folder', ['list', '.'], 65, 'EISDIR'],
    ['a folder of X.509', ['x509', 'show', '.'], 65, 'EISDIR'],
    ['an empty certificate', ['x509', 'show', '-'], 65, 'cli.empty'],
    ['an input that is empty', ['verify', ...lists], 65, 'cli.empty'],
    [
      'a result that cannot be written',
      ['list', 'list.xlsx', '--write-back', 'no/x.xlsx'],
      64,
      'ENOENT',
    ],
  ] as const)('ends for %s with a sentence and no stack', async (_, args, status, says) => {
    const found = await ended(start(args), '')
    expect(found.status).toBe(status)
    expect(found.said).toContain(says)
    expect(found.said).not.toMatch(/^\s+at |node:internal|Error:/m)
  })

  it('shows the certificate that is piped into it', async () => {
    const found = await ended(start(['x509', 'show', '-']), readFileSync(at('csca.pem'), 'utf8'))
    expect(found).toMatchObject({ status: 0, said: '' })
    expect(found.out).toContain('chủ thể: C=VN, CN=TEST CSCA')
  })

  it('answers each line as it comes', async () => {
    const child = start(['verify', '-', ...lists])
    child.stdin.write(`${code}\n`)
    const [first] = (await once(child.stdout, 'data')) as [Buffer]
    expect(first.toString()).toBe('1 hợp lệ\n')
    expect(await ended(child, `${code}\n`)).toMatchObject({ status: 0, out: '2 hợp lệ\n' })
  })

  it('ends without a word when whoever reads its output goes away, and not as done', async () => {
    const child = start(['list', 'long.csv'])
    await once(child.stdout, 'data')
    child.stdout.destroy()
    child.stdin.end()
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const [status] = (await once(child, 'close')) as [number | null]
    expect([status, said]).toEqual([141, ''])
  })

  it('ends at once and without a word about it when it is interrupted', async () => {
    const child = start(['verify', '-', ...lists])
    child.stdin.write(`${code}\n`)
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    const { status, signal, said } = await ended(child)
    expect([status, signal]).toEqual([null, 'SIGINT'])
    expect(said.replace(noList, '')).toBe('')
  })

  it('replaces a result whole, and leaves nothing beside it', async () => {
    const before = readdirSync(folder).length
    writeFileSync(at('result.xlsx'), 'old')
    const args = ['list', 'list.xlsx', '--write-back', 'result.xlsx']
    expect(await ended(start(args), '')).toMatchObject({ status: 65 })
    const again = await readPl1(readFileSync(at('result.xlsx')), { format: 'xlsx' })
    expect(again.refused).toBe(1)
    expect(readdirSync(folder)).toHaveLength(before + 1)
  })
})

describe.skipIf(withoutOpenssl)(titled('tiemchung sign day, the process'), () => {
  const password = 'Tiêm chủng Mẫu 1815'

  beforeAll(async () => {
    const pki = await startPki(untilLongAfter)
    const lock = ['pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-passout', `pass:${password}`]
    const key = madeByOpenssl({ in: pki.leaf.key }, [...lock, '-in', 'in', '-out', 'out'], 'out')
    writeFileSync(at('key.pem'), key)
    const { 'chain.pem': chain = '', 'root.pem': root = '' } = filesOf(pki)
    writeFileSync(at('chain.pem'), chain)
    writeFileSync(at('root.pem'), root)
    writeFileSync(at('day.json'), JSON.stringify([recordOf(1), recordOf(2)]))
  })

  const key = ['--key', 'key.pem', '--chain', 'chain.pem', '--lang', 'en']
  const args = ['sign', 'day', 'day.json', '--out', 'signed', ...key]

  it('signs a day, goes on with it, and verifies what it wrote', async () => {
    const variable = [...args, '--password-env', 'TEST_PASSWORD']
    const found = await ended(start(variable, { TEST_PASSWORD: password }), '')
    expect(found).toMatchObject({ status: 0, out: '' })
    expect(readdirSync(at('signed')).sort()).toEqual([
      'progress.ndjson',
      'proofs-1.ndjson',
      'records-1.ndjson',
      'seal-1.json',
    ])
    const descriptor = [...args, '--password-fd', '0']
    expect(await ended(start(descriptor), `${password}\n`)).toMatchObject({ status: 0 })
    expect(readdirSync(at('signed'))).toHaveLength(4)
    const judged = await ended(start(['audit', 'signed', '--trust', 'root.pem', '--json']), '')
    expect(judged.status).toBe(0)
    expect(JSON.parse(judged.out)).toMatchObject({ verdict: 'valid', belonging: 2 })
  })

  it('has no password where nobody gives one', async () => {
    const found = await ended(start(args.with(4, 'other')), '')
    expect(found.status).toBe(65)
    expect(found.said).toContain('[cli.no-password]')
  })
})
