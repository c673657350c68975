// Invented children, one in fifty of them twice; then the duplicates, once.
import { findDuplicates } from '@tiemchung/identity/offline'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng']
const middles = ['Thị', 'Văn', 'Ngọc', 'Minh', 'Thanh', 'Hữu', 'Đức', 'Quỳnh', 'Tường', 'Ánh']
const givens = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hoà', 'Khánh', 'Lá', 'Ẩn', 'Yến', 'Thuý']
let state = 20_220_414
const draw = (below) => {
  state = (state * 48_271) % 2_147_483_647
  return state % below
}
const pick = (from) => from[draw(from.length)]
const pad = (value, length) => String(value).padStart(length, '0')

function child() {
  const year = 2010 + draw(7)
  const sex = draw(2)
  return {
    number:
      draw(10) === 0 ? undefined : `001${2 + sex}${pad(year % 100, 2)}${pad(draw(1_000_000), 6)}`,
    fullName: `${pick(families)} ${pick(middles)} ${pick(middles)} ${pick(givens)}`,
    birthDate: `${year}-${pad(1 + draw(12), 2)}-${pad(1 + draw(28), 2)}`,
    sex: sex === 0 ? 'male' : 'female',
    commune: pad(1 + draw(580), 5),
  }
}

const list = []
while (list.length < 100_000) {
  list.push(
    draw(50) === 0 && list.length > 0 ? { ...list[draw(list.length)], number: undefined } : child(),
  )
}
const started = performance.now()
const groups = findDuplicates(list)
const seconds = Math.round(performance.now() - started) / 1000
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ rows: list.length, groups: groups.length, seconds, peakMb }))
