/** What the pages share: the platform, the language, and telling people what happened. */
import { isSdkError } from '@tiemchung/core'
import { createHttp, type Http, type HttpOptions } from '@tiemchung/http'
import { type Pair, problemWords, waitWords } from './words.js'

const root = document.documentElement
const address = document.querySelector<HTMLMetaElement>('meta[name=platform]')?.content ?? ''
const redraws: (() => void)[] = []
const place = document.querySelector<HTMLElement>('[role=status]')
let told: readonly Pair[] = []

export const platform = (more: Partial<HttpOptions> = {}): Http =>
  createHttp({ baseUrl: address, ...more })

export const element = <Kind extends HTMLElement>(id: string): Kind =>
  document.getElementById(id) as Kind

export const say = ({ vi, en }: Pair): string => (root.lang === 'en' ? en : vi)

export const show = (one: HTMLElement, visible: boolean): void => void (one.hidden = !visible)

/** Draws now, and again in the other language. */
export function draw(work: () => void): void {
  redraws.push(work)
  work()
}

/** Says something where screen readers are listening. */
export function tell(sentences: readonly Pair[], bad = false): void {
  told = sentences
  if (place === null) return
  place.textContent = told.map(say).join('\n')
  place.classList.toggle('bad', bad)
}

const unknown = {
  vi: 'Có lỗi trong trang này. Hãy tải lại.',
  en: 'This page failed. Load it again.',
}

/** Does something, and says in words what was wrong with it; the field in question gets the focus. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  for (const one of document.querySelectorAll('[aria-invalid]')) one.removeAttribute('aria-invalid')
  try {
    await work()
  } catch (caught) {
    if (!isSdkError(caught)) return tell([unknown], true)
    const problem = 'problem' in caught ? problemWords[String(caught.problem)] : undefined
    const issues = caught.issues.map(({ message }) => message)
    const wait = waitWords('retryAfterMs' in caught ? caught.retryAfterMs : undefined)
    if (problem !== undefined) tell([problem, ...wait], true)
    else tell(issues.length > 0 ? issues : [caught.sentences, caught.todo], true)
    const names = caught.issues.map(({ path }) => path.join('.'))
    const field = names.map((name) => document.getElementsByName(name)[0]).find(Boolean)
    field?.setAttribute('aria-invalid', 'true')
    field?.focus()
  }
}

function translate(): void {
  for (const one of document.querySelectorAll<HTMLElement>('[data-en]')) {
    one.dataset['vi'] ??= one.textContent ?? ''
    one.textContent = say({ vi: one.dataset['vi'], en: one.dataset['en'] ?? '' })
  }
  for (const work of redraws) work()
  tell(told, place?.classList.contains('bad'))
}

element('language').addEventListener('click', () => {
  root.lang = root.lang === 'en' ? 'vi' : 'en'
  element('language').lang = root.lang === 'en' ? 'vi' : 'en'
  element('language').textContent = root.lang === 'en' ? 'Tiếng Việt' : 'English'
  translate()
})
