/** `examples/nestjs`: compiled as CommonJS with decorators, then asked about codes and doses. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf, run } from '../check/command.js'
import { type Case, startCase } from './case.js'
import { post, type Server, startServer } from './server.js'

interface Verified {
  readonly verdict: string
  readonly reasons: readonly { readonly check: string; readonly vi?: string }[]
}
interface Judged {
  readonly closable: boolean
  readonly issues: readonly { readonly code: string }[]
  readonly dose?: { readonly validity: string }
}

async function askAll(asked: Case, server: Server, folder: string): Promise<void> {
  const ask = async (path: string, body: string) => {
    const answer = await post(`${server.origin}${path}`, 'application/json', body)
    asked.namesNobody(`the answer of ${path}`, answer.text)
    return answer
  }
  const sample = (name: string) => readFileSync(join(folder, 'sample', `${name}.json`), 'utf8')
  const verify = async (name: string) => (await ask('/verify', sample(name))).json as Verified
  const judge = async (body: string) => (await ask('/doses/judge', body)).json as Judged
  asked.same('a sound code', await verify('code'), { verdict: 'valid', reasons: [] })
  const refused = await verify('changed')
  asked.same('a changed code', refused.verdict, 'invalid')
  asked.same(
    'and why',
    refused.reasons.map(({ check }) => check),
    ['envelope.inflate'],
  )
  asked.has('and in Vietnamese', JSON.stringify(refused.reasons), 'Dữ liệu nén')
  const sound = await judge(sample('dose'))
  asked.same(
    'a sound dose',
    [sound.closable, sound.issues, sound.dose?.validity],
    [true, [], 'valid'],
  )
  const tooMuch = await judge(sample('two-ml'))
  asked.same(
    '2 ml',
    [tooMuch.closable, tooMuch.issues.map(({ code }) => code)],
    [false, ['completeness.volume']],
  )
  const young = await judge(sample('dose').replace('2014-09-02', '2018-09-02'))
  asked.same('at three years', [young.closable, young.dose?.validity], [false, 'invalid'])
  const bad = await judge('{"person":{"fullName":"Nguyễn Thị Mẫu"}}')
  asked.same('no record', bad.closable, false)
  asked.has('its issues', JSON.stringify(bad.issues), 'schema.missing')
  asked.same('broken JSON', (await ask('/doses/judge', '{"person":')).status, 400)
  asked.same('no body', ((await ask('/verify', '')).json as Verified).verdict, 'invalid')
}

export async function tryNestjs(folder: string): Promise<readonly string[]> {
  const asked = startCase()
  const cwd = join(folder, 'nestjs')
  const built = await run('npm', ['run', '--silent', 'build'], { cwd })
  if (built.status !== 0) return linesOf(built).slice(0, 20)
  const server = await startServer(cwd, join('dist', 'main.js'))
  try {
    await askAll(asked, server, cwd)
    asked.namesNobody('the log', server.printed())
  } finally {
    await server.stop()
  }
  return asked.faults
}
