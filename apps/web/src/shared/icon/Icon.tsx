/** Line icons of the shell, drawn here so that no icon package is loaded. Always beside words or an accessible name. */
const shapes = {
  menu: 'M3 6h18M3 12h18M3 18h18',
  close: 'M5 5l14 14M19 5L5 19',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4',
  help: 'M9 9.2a3 3 0 1 1 4.6 2.6c-1 .7-1.6 1.2-1.6 2.4M12 17.6v.2M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  left: 'M15 6l-6 6 6 6',
  right: 'M9 6l6 6-6 6',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.6 5v14',
  download: 'M12 4v11M7.5 11L12 15.5 16.5 11M4 19.5h16',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  print: 'M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 14h10v6.5H7z',
  remove: 'M5 7h14M10 7V4.5h4V7M7 7l1 13.5h8L17 7',
} as const

export type IconName = keyof typeof shapes

export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
    <path
      d={shapes[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
