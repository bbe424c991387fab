import { startPage } from '../shell/start-page.tsx';
import '../design/rows.css';
import './account.css';
import { AccountPage } from './account-page.tsx';

await startPage(<AccountPage />);
