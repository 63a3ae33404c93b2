import '@/styles/tokens.css'
import '@/styles/fonts.css'
import '@/styles/base.css'
import { createSite } from '@/app'

createSite().mount('#app')
