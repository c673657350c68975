/** Parts of a page that are drawn by scripts; text is always text. */
import type { FeedbackItem } from '@tiemchung/schemas'
import { correctionOf } from '@tiemchung/feedback/rules'
import { say, show } from './page.js'
import { standsWords, stepWords } from './states.js'

/** An element with a text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text = '',
  change: Partial<HTMLElementTagNameMap[Tag]> = {},
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), { textContent: text }, change)
}

/** A button, and what it does. */
export function button(text: string, act: () => void, className = 'plain'): HTMLButtonElement {
  const one = make('button', text, { type: 'button', className })
  one.addEventListener('click', act)
  return one
}

/** Choices of a list, in the language of the page; what was chosen stays chosen. */
export function choices(
  select: HTMLSelectElement,
  words: readonly (readonly [string, string])[],
): void {
  const { value } = select
  select.replaceChildren(...words.map(([code, text]) => make('option', text, { value: code })))
  if (words.some(([code]) => code === value)) select.value = value
}

/** Names and values. */
export function facts(list: HTMLElement, pairs: readonly (readonly [string, string])[]): void {
  const known = pairs.filter(([, value]) => value !== '')
  list.replaceChildren(...known.flatMap(([name, value]) => [make('dt', name), make('dd', value)]))
}

/** The steps of a correction, in an element that is hidden while there are none. */
export function steps(place: HTMLElement, item: FeedbackItem): void {
  const lines = correctionOf(item).map(({ step, stands }) =>
    make('li', `${say(stepWords[step])}: ${say(standsWords[stands])}`),
  )
  place.querySelector('ol')?.replaceChildren(...lines)
  show(place, lines.length > 0)
}

/** A day and an hour in Viet Nam, as they are written there. */
export const timeOf = (instant: string): string =>
  new Date(instant).toLocaleString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    ...{ hour: '2-digit', minute: '2-digit' },
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
  })
