/** One sentence of each kind of reason, as a nurse reads it. */
export const golden: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  'age.blocks': [
    'Độ tuổi của chính sách: từ ngày 15/04/2024 đến hết ngày 14/04/2031. (theo 1535/BYT-DP)',
    'Ages of the policy: from 2024-04-15 to 2031-04-14, both included. (1535/BYT-DP)',
  ],
  'age.unknown': [
    'Tuỳ ngày sinh, chắc chắn trong độ tuổi từ ngày 31/05/2015 đến hết ngày 30/04/2022. (theo 1535/BYT-DP)',
    'Depends on the day of birth; surely of the age from 2015-05-31 to 2022-04-30. (1535/BYT-DP)',
  ],
  'ageTransition.informs': [
    'Liệu trình bắt đầu ở nhóm tuổi dưới, tiếp tục theo nhóm tuổi trên: cần người có thẩm quyền xem lại.',
    'The course began in the younger age band and goes on in the older: a responsible person must review.',
  ],
  'birthDate.informs': [
    'Chỉ biết năm hoặc tháng sinh; kết luận đúng với mọi ngày sinh có thể. (theo 1535/BYT-DP)',
    'Only the year or month of birth is known; true for every possible day. (1535/BYT-DP)',
  ],
  'birthDate.unknown': [
    'Chỉ biết năm hoặc tháng sinh; cần ngày sinh đầy đủ. (theo 3405/BYT-DP)',
    'Only the year or month of birth is known; the full date is needed. (3405/BYT-DP)',
  ],
  'brand.informs': [
    'Spikevax (Moderna) 50 µg: không cùng loại với mũi trước nên không dùng. (theo Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
    'Spikevax (Moderna) 50 µg: not the same vaccine as the dose before, so not used. (Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
  ],
  'consent.blocks': [
    'Chưa có phiếu đồng ý tiêm. (theo 1535/BYT-DP)',
    'No signed agreement yet. (1535/BYT-DP)',
  ],
  'consent.refused': [
    'Gia đình không đồng ý tiêm. (theo 1535/BYT-DP)',
    'The family does not agree. (1535/BYT-DP)',
  ],
  'contraindication.blocks': [
    'Tiền sử rõ ràng phản vệ với vắc xin COVID-19 lần trước hoặc thành phần của vắc xin: không tiêm. (theo 5002/QĐ-BYT)',
    'Clear anaphylaxis to an earlier dose of COVID-19 vaccine or to one of its components: do not vaccinate. (5002/QĐ-BYT)',
  ],
  'course.blocks': [
    'Liệu trình gồm 2 mũi đã hoàn thành. (theo 947/VSDTTƯ-TCQG)',
    'The course of 2 doses is complete. (947/VSDTTƯ-TCQG)',
  ],
  'history.unknown': [
    'Có mũi đã tiêm chưa đánh giá được; cần bổ sung hồ sơ mũi đó. (theo Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
    'A dose that was given could not be judged; complete its record. (Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
  ],
  'hospital.informs': [
    'Bệnh bẩm sinh hoặc mạn tính ở tim, phổi, tiêu hoá, tiết niệu, máu: khám sàng lọc và tiêm tại bệnh viện. (theo 5002/QĐ-BYT)',
    'Congenital or chronic disease of heart, lung, gut, urinary tract or blood: screen and vaccinate in hospital. (5002/QĐ-BYT)',
  ],
  'infection.blocks': [
    'Đã mắc COVID-19: hoãn, được tiêm từ ngày 01/07/2022. (theo 1848/BYT-DP)',
    'COVID-19 infection: deferred, allowed from 2022-07-01. (1848/BYT-DP)',
  ],
  'infection.unknown': [
    'Đã mắc COVID-19: chưa rõ đã mắc hay chưa, hoặc chưa rõ ngày; cần hỏi gia đình. (theo 1848/BYT-DP)',
    'COVID-19 infection: whether, or when, is not known; ask the family. (1848/BYT-DP)',
  ],
  'interval.blocks': [
    'Chưa đủ khoảng cách với mũi trước; được tiêm từ ngày 12/06/2022.',
    'Not long enough since the dose before; allowed from 2022-06-12.',
  ],
  'noDayLeft.blocks': [
    'Không còn ngày nào đủ điều kiện cho đến hết ngày 09/05/2022, ngày cuối trong độ tuổi. (theo 947/VSDTTƯ-TCQG, 1535/BYT-DP)',
    'No day is left on or before 2022-05-09, the last day of the age. (947/VSDTTƯ-TCQG, 1535/BYT-DP)',
  ],
  'policyPeriod.blocks': [
    'Chính sách chưa có hiệu lực hoặc đã hết hiệu lực vào ngày này. (theo 1535/BYT-DP)',
    'The policy is not in force on this day. (1535/BYT-DP)',
  ],
  'precaution.informs': [
    'Tiền sử dị ứng với bất kỳ dị nguyên nào: thận trọng. (theo 5002/QĐ-BYT)',
    'Allergy to anything: with caution. (5002/QĐ-BYT)',
  ],
  'productAge.blocks': [
    'Comirnaty (Pfizer) 10 µg: dùng từ ngày 15/04/2024 đến hết ngày 14/04/2031. (theo 457/QĐ-BYT)',
    'Comirnaty (Pfizer) 10 µg: used from 2024-04-15 to 2031-04-14. (457/QĐ-BYT)',
  ],
  'productAge.unknown': [
    'Spikevax (Moderna) 50 µg: tuỳ ngày sinh, chắc chắn dùng được từ ngày 31/08/2022 đến hết ngày 31/07/2028. (theo Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
    'Spikevax (Moderna) 50 µg: depends on the day of birth; surely used from 2022-08-31 to 2028-07-31. (Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
  ],
  'productReview.informs': [
    'Spikevax (Moderna) 100 µg: cần người có thẩm quyền xem lại trước khi dùng.',
    'Spikevax (Moderna) 100 µg: a responsible person must review before use.',
  ],
  'screening.blocks': [
    'Phiếu khám sàng lọc còn 1 câu chưa trả lời. (theo 5002/QĐ-BYT)',
    'Questions of the screening form without an answer: 1. (5002/QĐ-BYT)',
  ],
  'screeningDeferral.blocks': [
    'Đang có bệnh cấp tính hoặc bệnh mạn tính tiến triển: hoãn cho đến khi khám lại. (theo 5002/QĐ-BYT)',
    'Acute disease, or chronic disease that is progressing: deferred until screened again. (5002/QĐ-BYT)',
  ],
  'stock.blocks': [
    'Điểm tiêm không có vắc xin phù hợp. (theo 947/VSDTTƯ-TCQG)',
    'The site has no suitable vaccine. (947/VSDTTƯ-TCQG)',
  ],
  'stock.informs': [
    'Spikevax (Moderna) 50 µg: điểm tiêm không có. (theo Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
    'Spikevax (Moderna) 50 µg: the site has none. (Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022)',
  ],
  'doseAge.blocks': [
    'Tuổi tiêm mũi 1: được tiêm từ ngày 01/12/2024. (theo 10/2024/TT-BYT)',
    'Ages of dose 1: allowed from 2024-12-01. (10/2024/TT-BYT)',
  ],
  'interval.unknown': [
    'Quy tắc “dose-5/interval-2”: tuỳ vào điều chưa rõ. (theo Tiêm ngay sau khi khỏi bệnh, 22–24/07/2022)',
    'Rule “dose-5/interval-2”: depends on what is not known. (Tiêm ngay sau khi khỏi bệnh, 22–24/07/2022)',
  ],
  'mixing.informs': [
    'Vero Cell (Sinopharm): không thuộc loại được tiêm tiếp sau các mũi trước vào ngày này. (theo 3588/QĐ-BYT)',
    'Vero Cell (Sinopharm): not one that may follow the doses before, on this day. (3588/QĐ-BYT)',
  ],
  'mixing.unknown': [
    'Quy tắc “product/astrazeneca”: tuỳ vào điều chưa rõ. (theo 3588/QĐ-BYT)',
    'Rule “product/astrazeneca”: depends on what is not known. (3588/QĐ-BYT)',
  ],
  'personFact.unknown': [
    'Suy giảm miễn dịch: chưa rõ, và kết luận tuỳ vào đó. (theo Tiêm ngay sau khi khỏi bệnh, 22–24/07/2022)',
    'Immunocompromised: not known, and the answer depends on it. (Tiêm ngay sau khi khỏi bệnh, 22–24/07/2022)',
  ],
  'productAge.informs': [
    'Abdala: dùng từ ngày 17/09/2021 đến hết ngày 04/05/2026. (theo Phê duyệt Abdala, 17/09/2021)',
    'Abdala: used from 2021-09-17 to 2026-05-04. (Phê duyệt Abdala, 17/09/2021)',
  ],
}
