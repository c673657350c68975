import { describe, expect, test } from 'vitest'
import { textTable } from './text-table.js'

describe('textTable', () => {
  test('numbers stand in one column, whatever the letters', () => {
    const parts = [
      { id: 'given', count: 897 },
      { id: 'absent', count: 20 },
      { id: 'refused', count: 0 },
    ]
    const rows = [{ id: 'eligible', count: 917, parts }]
    expect(textTable(rows, 'vi').split('\n')).toEqual([
      `Đủ điều kiện hôm nay${' '.repeat(39)}917`,
      `  = Đã tiêm${' '.repeat(48)}897`,
      `  + vắng mặt${' '.repeat(48)}20`,
    ])
    expect(
      textTable(rows, 'en')
        .split('\n')
        .map((line) => line.length),
    ).toEqual([62, 62, 62])
  })
})
