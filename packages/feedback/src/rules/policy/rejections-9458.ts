import type { RejectionReason } from '@tiemchung/schemas'
import type { Rejection } from './feedback-policy.js'

type Pair = readonly [vi: string, en: string]

const rejection = (reason: RejectionReason, says: Pair, bring: Pair): Rejection => ({
  reason,
  says: { vi: says[0], en: says[1] },
  bring: { vi: bring[0], en: bring[1] },
})

/**
 * The thirteen reasons of 9458/BYT-CNTT (group 2.3), in its order. What to bring is our advice: the text
 * sends the person back to the facility and says no more.
 */
export const rejections9458: readonly Rejection[] = [
  rejection(
    'screening-form-incomplete',
    [
      'Ảnh phiếu sàng lọc không có ngày tiêm, mũi tiêm và loại vắc xin.',
      'The photo of the screening form shows no date, dose number and vaccine.',
    ],
    [
      'Gửi ảnh phiếu sàng lọc hoặc giấy xác nhận có đủ ngày tiêm, mũi tiêm và loại vắc xin.',
      'Send a photo of the screening form or the confirmation that shows date, dose number and vaccine.',
    ],
  ),
  rejection(
    'name-contradicts-certificate',
    [
      'Họ tên phản ánh mâu thuẫn với họ tên trên giấy xác nhận.',
      'The reported name and the name on the confirmation contradict each other.',
    ],
    [
      'Mang giấy tờ tùy thân và giấy xác nhận đến cơ sở tiêm để đối chiếu họ tên.',
      'Bring an identity document and the confirmation to the vaccination site, so that the names can be compared.',
    ],
  ),
  rejection(
    'portrait-instead-of-certificate',
    [
      'Chỉ gửi ảnh chân dung, không gửi giấy xác nhận.',
      'Only a portrait was sent instead of the confirmation.',
    ],
    [
      'Gửi ảnh giấy xác nhận đã tiêm, không gửi ảnh chân dung.',
      'Send a photo of the vaccination confirmation, not a portrait.',
    ],
  ),
  rejection(
    'dose-number-differs',
    [
      'Số mũi tiêm khai trên cổng khác với giấy xác nhận.',
      'The dose number declared differs from the confirmation.',
    ],
    [
      'Gửi lại với số mũi đúng như giấy xác nhận, hoặc mang giấy đến cơ sở tiêm nếu giấy ghi sai.',
      'Report again with the dose number on the paper; where the paper is wrong, bring it to the vaccination site.',
    ],
  ),
  rejection(
    'birth-date-differs',
    [
      'Ngày sinh trên giấy xác nhận khác với hệ thống.',
      'The birth date on the confirmation differs from the system.',
    ],
    [
      'Mang giấy khai sinh hoặc căn cước đến cơ sở tiêm để sửa ngày sinh.',
      'Bring the birth certificate or identity card to the vaccination site, so that the birth date can be put right.',
    ],
  ),
  rejection(
    'confirmation-incomplete',
    [
      'Ảnh giấy xác nhận thiếu họ tên, giới tính, thời gian tiêm hoặc loại vắc xin.',
      'The photographed confirmation lacks name, sex, time of vaccination or vaccine.',
    ],
    [
      'Gửi ảnh chụp trọn giấy xác nhận: họ tên, giới tính, thời gian tiêm và loại vắc xin.',
      'Photograph the whole confirmation: name, sex, time of vaccination and vaccine.',
    ],
  ),
  rejection(
    'personal-data-covered',
    [
      'Thông tin cá nhân trên ảnh giấy xác nhận bị che.',
      'Personal data on the photographed confirmation is covered up.',
    ],
    [
      'Chụp lại giấy xác nhận, không che thông tin nào.',
      'Photograph the confirmation again with nothing covered.',
    ],
  ),
  rejection(
    'photo-unreadable',
    ['Ảnh mờ, không đọc được.', 'The photo is blurred and cannot be read.'],
    [
      'Chụp lại giấy xác nhận ở nơi đủ sáng, rõ từng chữ.',
      'Photograph the confirmation again in good light, every letter sharp.',
    ],
  ),
  rejection(
    'vaccination-date-differs',
    [
      'Ngày tiêm khai trên cổng khác với giấy xác nhận.',
      'The vaccination date declared differs from the confirmation.',
    ],
    [
      'Gửi lại với ngày tiêm đúng như giấy xác nhận, hoặc mang giấy đến cơ sở tiêm nếu giấy ghi sai.',
      'Report again with the date on the paper; where the paper is wrong, bring it to the vaccination site.',
    ],
  ),
  rejection(
    'nothing-matches',
    [
      'Không có thông tin nào trên giấy xác nhận khớp với phản ánh.',
      'Nothing on the confirmation matches the report.',
    ],
    [
      'Kiểm tra lại giấy xác nhận có đúng của người được phản ánh, rồi gửi lại.',
      'Make sure that the confirmation belongs to the person you report for, and report again.',
    ],
  ),
  rejection(
    'name-incomplete-or-without-diacritics',
    [
      'Họ tên khai trên cổng thiếu hoặc không có dấu.',
      'The full name declared is incomplete or typed without diacritics.',
    ],
    [
      'Gửi lại với đầy đủ họ, chữ đệm, tên, viết có dấu.',
      'Report again with the full name, written with its diacritics.',
    ],
  ),
  rejection(
    'product-differs',
    [
      'Vắc xin phản ánh không phải vắc xin được xác nhận.',
      'The vaccine reported is not the vaccine confirmed.',
    ],
    [
      'Gửi lại với loại vắc xin đúng như giấy xác nhận, hoặc mang giấy đến cơ sở tiêm nếu giấy ghi sai.',
      'Report again with the vaccine on the paper; where the paper is wrong, bring it to the vaccination site.',
    ],
  ),
  rejection(
    'personal-data-altered',
    [
      'Thông tin cá nhân trên giấy bị tẩy xoá, sửa chữa.',
      'Personal data on the paper was altered.',
    ],
    [
      'Mang bản gốc giấy xác nhận và giấy tờ tùy thân đến cơ sở tiêm.',
      'Bring the original confirmation and an identity document to the vaccination site.',
    ],
  ),
]
