import { addDays, type LocalDate } from './local-date.ts'
import type { WorkCalendar } from './working-days.ts'

/** Both ends included. */
const days = (first: LocalDate, last: LocalDate): readonly LocalDate[] =>
  first > last ? [] : [first, ...days(addDays(first, 1), last)]

/**
 * 国务院办公厅关于…年部分节假日安排的通知, as printed. The next year's table appears in November and is entered by an
 * administrator; until then days of that year are refused, not guessed.
 */
export const stateCouncilCalendar: WorkCalendar = [
  {
    year: 2024,
    source: { documentNumber: '国办发明电〔2023〕7号', date: '2023-10-25' },
    off: [
      '2024-01-01',
      ...days('2024-02-10', '2024-02-17'),
      ...days('2024-04-04', '2024-04-06'),
      ...days('2024-05-01', '2024-05-05'),
      '2024-06-10',
      ...days('2024-09-15', '2024-09-17'),
      ...days('2024-10-01', '2024-10-07'),
    ],
    workingWeekends: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  {
    year: 2025,
    source: { documentNumber: '国办发明电〔2024〕12号', date: '2024-11-12' },
    off: [
      '2025-01-01',
      ...days('2025-01-28', '2025-02-04'),
      ...days('2025-04-04', '2025-04-06'),
      ...days('2025-05-01', '2025-05-05'),
      ...days('2025-05-31', '2025-06-02'),
      ...days('2025-10-01', '2025-10-08'),
    ],
    workingWeekends: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: { documentNumber: '国办发明电〔2025〕7号', date: '2025-11-04' },
    off: [
      ...days('2026-01-01', '2026-01-03'),
      ...days('2026-02-15', '2026-02-23'),
      ...days('2026-04-04', '2026-04-06'),
      ...days('2026-05-01', '2026-05-05'),
      ...days('2026-06-19', '2026-06-21'),
      ...days('2026-09-25', '2026-09-27'),
      ...days('2026-10-01', '2026-10-07'),
    ],
    workingWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]
