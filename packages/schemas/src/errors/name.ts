import { entry, look } from './entry.js'

const retype = [
  'Gõ lại họ tên bằng bộ gõ Unicode, không dán.',
  'Type the name again instead of pasting it.',
] as const

/** What is wrong with a name. */
export const nameErrors = {
  'schema.name.blank': entry('Họ tên chỉ có khoảng trắng.', 'The name is only blanks.', ...look),
  'schema.name.digit': entry('Họ tên có chữ số.', 'The name holds a digit.', ...look),
  'schema.name.emoji': entry('Họ tên có biểu tượng cảm xúc.', 'The name holds an emoji.', ...look),
  'schema.name.hidden': entry(
    'Họ tên có ký tự ẩn (độ rộng bằng không hoặc đổi chiều chữ).',
    'The name holds characters that are not seen (zero width, or turning the direction).',
    ...retype,
  ),
  'schema.name.lookalike': entry(
    'Họ tên có chữ của bảng chữ cái khác trông giống chữ Latinh.',
    'The name mixes Latin letters with others that look like them.',
    ...retype,
  ),
  'schema.name.script': entry(
    'Họ tên không viết bằng chữ Latinh.',
    'The name is not in Latin letters.',
    'Nhập họ tên bằng chữ Latinh như trên hộ chiếu.',
    'Enter the name in Latin letters, as in the passport.',
  ),
  'schema.name.eth': entry(
    'Chữ Đ đầu tiếng bị gõ thành chữ Ð khác.',
    'A word begins with Ð, which looks like Đ and is another letter.',
    'Gõ lại chữ Đ bằng bộ gõ tiếng Việt.',
    'Type Đ with a Vietnamese input method.',
  ),
  'schema.name.sign': entry(
    'Họ tên có ký tự không dùng trong tên người.',
    'The name holds a sign that stands in no name.',
    ...look,
  ),
  'schema.name.double-space': entry(
    'Họ tên có hai khoảng trắng liền nhau hoặc khoảng trắng lạ.',
    'The name holds two blanks in a row, or a blank that is not a plain one.',
    'Bỏ khoảng trắng thừa.',
    'Remove the blanks that are too many.',
  ),
}
