import { defineCatalogue } from '@tiemchung/core'
import { entry, look } from './entry.js'

const supply = [
  'Sửa tệp danh mục rồi nạp lại; không dùng danh mục có lỗi.',
  'Correct the file and load it again; a faulty list is not used.',
  'developer',
] as const

/** What lists of units, addresses and facilities are found to be. */
export const unitErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'units.list': entry(
    'Danh mục đơn vị hành chính không dùng được.',
    'The list of administrative units cannot be used.',
    ...supply,
  ),
  'units.list.shape': entry(
    'Tệp không đúng một trong hai dạng danh mục đơn vị hành chính.',
    'The file is of neither form that a list of administrative units has.',
    ...supply,
  ),
  'units.list.as-of': entry(
    'Không biết danh mục là của ngày nào, hoặc ngày không hợp lệ.',
    'The day that the list is of is missing or no date.',
    ...supply,
  ),
  'units.list.levels': entry(
    'Các cấp trong danh mục không phải các cấp của ngày đó.',
    'The list has other levels than there were on its day.',
    ...supply,
  ),
  'units.list.row': entry(
    'Mã hoặc tên đơn vị không hợp lệ.',
    'A code or a name of a unit is malformed.',
    ...supply,
  ),
  'units.list.repeated': entry('Mã đơn vị xuất hiện hai lần.', 'A code stands twice.', ...supply),
  'units.list.parent': entry(
    'Đơn vị cấp trên không có trong danh mục.',
    'The unit above is not in the list.',
    ...supply,
  ),
  'units.province.unknown': entry(
    'Không có tỉnh, thành phố mang mã này vào ngày của địa chỉ.',
    'No province had this code on the day of the address.',
    ...look,
  ),
  'units.province.merged': entry(
    'Tỉnh này đã sáp nhập từ ngày 01/07/2025; mã mới là {successor}.',
    'This province merged on 01/07/2025; the code is now {successor}.',
    'Dùng mã mới, hoặc sửa ngày của địa chỉ.',
    'Use the new code, or correct the day of the address.',
  ),
  'units.district.abolished': entry(
    'Từ ngày 01/07/2025 không còn cấp huyện.',
    'There are no districts since 01/07/2025.',
    'Bỏ mã huyện, hoặc sửa ngày của địa chỉ.',
    'Leave the district out, or correct the day of the address.',
  ),
  'units.district.missing': entry(
    'Địa chỉ trước ngày 01/07/2025 phải có mã huyện.',
    'An address of before 01/07/2025 has a district.',
    ...look,
  ),
  'units.district.unknown': entry(
    'Mã huyện không có trong danh mục của ngày đó.',
    'The list of that day has no such district.',
    ...look,
  ),
  'units.district.elsewhere': entry(
    'Huyện không thuộc tỉnh đã ghi.',
    'The district lies in another province.',
    ...look,
  ),
  'units.commune.unknown': entry(
    'Mã xã không có trong danh mục của ngày đó.',
    'The list of that day has no such commune.',
    ...look,
  ),
  'units.commune.elsewhere': entry(
    'Xã không thuộc huyện hoặc tỉnh đã ghi.',
    'The commune lies in another district or province.',
    ...look,
  ),
  'units.not-covered': entry(
    'Không có danh mục huyện, xã của ngày đó nên chưa kiểm tra được mã huyện, xã.',
    'No list of districts and communes of that day is at hand, so their codes were not checked.',
    'Nạp danh mục của ngày đó.',
    'Load the list of that day.',
    'developer',
  ),
  'units.conversion': entry(
    'Bảng chuyển đổi xã không dùng được.',
    'The table of communes, old to new, cannot be used.',
    ...supply,
  ),
  'units.conversion.shape': entry(
    'Tệp không đúng dạng bảng chuyển đổi xã.',
    'The file has not the form of a table of communes, old to new.',
    ...supply,
  ),
  'units.conversion.row': entry(
    'Dòng phải có một mã xã cũ và ít nhất một mã xã mới, mỗi mã 5 chữ số.',
    'A row has one old code and one or more new ones, of 5 digits each.',
    ...supply,
  ),
  'units.conversion.repeated': entry(
    'Xã cũ xuất hiện hai lần trong bảng.',
    'An old commune stands twice.',
    ...supply,
  ),
  'units.conversion.missing': entry(
    'Bảng thiếu {count} xã cũ của danh mục.',
    'The table lacks {count} old communes of the list.',
    ...supply,
  ),
  'units.conversion.old-unknown': entry(
    'Mã xã cũ không có trong danh mục cũ.',
    'The old list has no such commune.',
    ...supply,
  ),
  'units.conversion.new-unknown': entry(
    'Mã xã mới không có trong danh mục mới.',
    'The new list has no such commune.',
    ...supply,
  ),
  'units.conversion.province': entry(
    'Xã mới thuộc một tỉnh mà tỉnh cũ không nhập vào.',
    'The new commune lies in a province that the old one did not become part of.',
    ...supply,
  ),
  'facility.code.province': entry(
    'Hai số đầu của mã cơ sở không phải mã tỉnh của cơ sở.',
    'The first two digits of the code are not those of its province.',
    'Kiểm tra mã cơ sở và mã tỉnh; mã cấp trước khi sáp nhập vẫn có thể đúng.',
    'Check both codes; a code from before a merger may still be right.',
    'facility',
  ),
  'facility.period.backward': entry(
    'Giai đoạn kết thúc trước khi bắt đầu.',
    'The period ends before it begins.',
    'Sửa ngày của giai đoạn.',
    'Correct the days of the period.',
    'facility',
  ),
  'facility.period.overlap': entry(
    'Hai giai đoạn quản lý trùng ngày.',
    'Two periods of ownership overlap.',
    'Sửa ngày để mỗi ngày thuộc đúng một giai đoạn.',
    'Correct the days, so that each belongs to one period.',
    'facility',
  ),
  'facility.period.gap': entry(
    'Giữa hai giai đoạn quản lý có ngày trống.',
    'Days between two periods of ownership belong to neither.',
    'Sửa ngày để mỗi ngày thuộc đúng một giai đoạn.',
    'Correct the days, so that each belongs to one period.',
    'facility',
  ),
}))
