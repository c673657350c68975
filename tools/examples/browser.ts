/** `examples/browser-verify`: bundled, compiled, and used in a headless Chromium as a verifier does. */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { linesOf, run, runNode, toolIn } from '../check/command.js'
import { type Case, startCase } from './case.js'

/** Bundles with an example's own command, and compiles its scripts with DOM types only. */
export async function tryBundle(
  root: string,
  cwd: string,
  bundles: readonly string[],
): Promise<readonly string[]> {
  const built = await run('npm', ['run', '--silent', 'build'], { cwd })
  if (built.status !== 0) return linesOf(built).slice(0, 20)
  const tsc = toolIn(root, 'typescript/bin/tsc')
  const compiled = await runNode([tsc, '-p', '.', '--pretty', 'false'], { cwd })
  if (compiled.status !== 0) return linesOf(compiled).slice(0, 20)
  const scripts = bundles.map((file) => readFileSync(join(cwd, 'dist', file), 'utf8'))
  return scripts.some((script) => /["']node:[a-z]/.test(script)) ? ['Node is in the bundle'] : []
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
}

/** A web server that knows the page and its script, and counts on nothing else. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    const known = ['/index.html', '/dist/main.js'].includes(path)
    if (!known || !existsSync(join(folder, path))) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? '' })
    createReadStream(join(folder, path)).pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function pickLists(page: Page, samples: string): Promise<void> {
  const sample = (file: string) => join(samples, file)
  await page.setInputFiles('input[name=anchor]', sample('csca.pem'))
  await page.setInputFiles('input[name=trust]', sample('trust-list.json'))
  await page.setInputFiles('input[name=revoked]', sample('revocation-list.json'))
}

async function verdictOn(page: Page, code: string): Promise<string> {
  await page.fill('textarea[name=code]', code)
  await page.click('button')
  const output = page.locator('output:not(:empty)')
  await output.waitFor({ timeout: 20_000 })
  return output.innerText()
}

/** What the page must not be able to do: its content security policy stands in the way. */
async function tryToLeave(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.push(effectiveDirective)
    })
    await fetch('/stolen').catch(() => undefined)
    const image = new Image()
    image.src = '/stolen.png'
    const script = document.createElement('script')
    script.textContent = 'document.title = "stolen"'
    document.body.append(image, script)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return [...refused, document.title]
  })
}

async function use(page: Page, asked: Case, origin: string, samples: string): Promise<void> {
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(origin)
  await pickLists(page, samples)
  const [sound = '', changed = '', forged = '', revoked = ''] = readFileSync(
    join(samples, 'codes.txt'),
    'utf8',
  ).split('\n')
  const valid = await verdictOn(page, sound)
  asked.has('a sound code', valid, /^HỢP LỆ\n.*Nguyễn Thị Mẫu, sinh 2014-09-02\n/)
  await page.fill('textarea[name=code]', 'H')
  asked.same('the verdict while typing on', await page.locator('output').innerText(), '')
  asked.has('a changed code', await verdictOn(page, changed), /^KHÔNG HỢP LỆ\nDữ liệu nén/)
  asked.has('a forged code', await verdictOn(page, forged), /^KHÔNG HỢP LỆ\n.*khoá/i)
  asked.has('a revoked code', await verdictOn(page, revoked), /^KHÔNG HỢP LỆ\n.*thu hồi/)
  await page.setInputFiles('input[name=trust]', join(samples, 'csca.pem'))
  asked.has('a list that is none', await verdictOn(page, sound), /^CHƯA XÁC ĐỊNH ĐƯỢC\n/)
  asked.same(
    'requests',
    requests.map((url) => url.replace(origin, '')),
    ['/', '/dist/main.js'],
  )
  asked.same('errors in the page', errors, [])
  const stored = () => [localStorage.length, sessionStorage.length, document.cookie]
  asked.same('what the page keeps', await page.evaluate(stored), [0, 0, ''])
  const left = await tryToLeave(page)
  asked.same('what its policy refuses', [...left].sort(), [
    'Xác minh chứng nhận tiêm chủng',
    'connect-src',
    'img-src',
    'script-src-elem',
  ])
}

/** Picks files, pastes texts and reads verdicts; nothing may leave the page. */
export async function tryBrowser(folder: string, executable: string): Promise<readonly string[]> {
  const asked = startCase()
  const server = await serve(join(folder, 'browser-verify'))
  const browser = await chromium.launch({ executablePath: executable, headless: true })
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    await use(page, asked, origin, join(folder, 'verify-script', 'sample'))
  } finally {
    await browser.close()
    server.close()
  }
  return asked.faults
}
