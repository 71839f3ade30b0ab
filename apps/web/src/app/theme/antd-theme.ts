import { type ThemeConfig, theme } from 'antd'

/** antd speaks with the same ink, paper and blue as `tokens.css`. */
const light = {
  colorPrimary: '#1f5aa6',
  colorInfo: '#1f5aa6',
  colorError: '#b8301c',
  colorWarning: '#805300',
  colorSuccess: '#2b6b3f',
  colorText: '#1b1f26',
  colorTextSecondary: '#4b525e',
  colorTextDescription: '#4b525e',
  colorTextPlaceholder: '#666c77',
  colorBgBase: '#fffefc',
  colorBorder: '#84847f',
  colorBorderSecondary: '#dedbd2',
  colorLink: '#1f5aa6',
}

const dark = {
  colorPrimary: '#3d78c4',
  colorInfo: '#3d78c4',
  colorError: '#e5654d',
  colorWarning: '#edc46c',
  colorSuccess: '#8fd0a2',
  colorText: '#e8e5de',
  colorTextSecondary: '#b6bac2',
  colorTextDescription: '#b6bac2',
  colorTextPlaceholder: '#979ca6',
  colorBgBase: '#1b1e23',
  colorBgContainer: '#1b1e23',
  colorBgElevated: '#22262c',
  colorBorder: '#737a86',
  colorBorderSecondary: '#343941',
  colorLink: '#8ab6ec',
}

export const antdTheme = (isDark: boolean): ThemeConfig => ({
  algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  cssVar: { key: 'qh' },
  hashed: false,
  token: {
    ...(isDark ? dark : light),
    borderRadius: 4,
    fontSize: 14,
    fontFamily: 'var(--font)',
    motion: false,
  },
})
