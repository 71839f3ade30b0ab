import './shared/schema/no-code-from-text.ts'
import './app/theme/tokens.css'
import './app/theme/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startI18n } from './app/i18n.ts'
import { currentLanguage } from './shared/i18n/language.ts'
import { applyAppearance } from './shared/theme/appearance.ts'

applyAppearance()
await startI18n(currentLanguage())

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
