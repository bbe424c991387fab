import { startPage } from '../shell/start-page.tsx';
import '../rooms/start/start.css';
import './clinic.css';
import { ClinicPage } from './clinic-page.tsx';

await startPage(<ClinicPage />);
