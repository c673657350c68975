import { expect, test } from 'vitest'
import { escapeMarkup } from './escape-markup.js'

test.each([
  ['Trạm Y tế', 'Trạm Y tế'],
  ['<script>', '&lt;script&gt;'],
  [`"a" & 'b'`, '&quot;a&quot; &amp; &#39;b&#39;'],
  ['&lt;', '&amp;lt;'],
  ['a\u0000b\u000bc\ufffed', 'abcd'],
  ['a\nb 👍', 'a\nb 👍'],
  ['', ''],
])('%s is written as %s', (text, written) => {
  expect(escapeMarkup(text)).toBe(written)
})
