import { expect, test } from 'vitest'
import { htmlPage } from './html-page.js'

test('a page escapes its title, keeps its body, and fetches and runs nothing', () => {
  const page = htmlPage({ language: 'vi', title: 'Báo cáo <1>', body: '<p>ổn</p>' })
  expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/)
  expect(page).toContain('<title>Báo cáo &lt;1&gt;</title>')
  expect(page).toContain('<h1>Báo cáo &lt;1&gt;</h1>\n<p>ổn</p>\n</main>')
  expect(page).not.toMatch(/<script|src=|href=|url\(/)
})
