import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { useIsDark } from '../shared/theme/appearance.ts'
import { antdLocale } from './antd-locale.ts'
import { antdTheme } from './theme/antd-theme.ts'

/** The nonce that the server wrote into the page; the content policy refuses every other inline style. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

/** Colours, language and content policy of every control below. */
export const Looks = ({ children }: { readonly children: ReactNode }) => {
  const isDark = useIsDark()
  return (
    <ConfigProvider
      theme={antdTheme(isDark)}
      locale={antdLocale()}
      csp={{ nonce }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
