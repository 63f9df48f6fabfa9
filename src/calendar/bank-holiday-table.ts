/**
 * Bank holidays of the United Kingdom, with substitute days, as published on
 * https://www.gov.uk/bank-holidays (Open Government Licence v3.0), read on 23 November 2026.
 * Each line is a year followed by its dates as month and day. `node scripts/bank-holidays.ts` writes
 * this file.
 */
export const TABLE = {
  'england-and-wales': [
    '2025 0101 0418 0421 0505 0526 0825 1225 1226',
    '2026 0101 0403 0406 0504 0525 0831 1225 1228',
    '2027 0101 0326 0329 0503 0531 0830 1227 1228',
    '2028 0103 0414 0417 0501 0529 0828 1225 1226',
  ],
  scotland: [
    '2025 0101 0102 0418 0505 0526 0804 1201 1225 1226',
    '2026 0101 0102 0403 0504 0525 0615 0803 1130 1225 1228',
    '2027 0101 0104 0326 0503 0531 0802 1130 1227 1228',
    '2028 0103 0104 0414 0501 0529 0807 1130 1225 1226',
  ],
  'northern-ireland': [
    '2025 0101 0317 0418 0421 0505 0526 0714 0825 1225 1226',
    '2026 0101 0317 0403 0406 0504 0525 0713 0831 1225 1228',
    '2027 0101 0317 0326 0329 0503 0531 0712 0830 1227 1228',
    '2028 0103 0317 0414 0417 0501 0529 0712 0828 1225 1226',
  ],
} as const;
