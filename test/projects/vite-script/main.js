import address from 'handrail/handrail.min.js?url';
import 'handrail/themes/fallback.css';

// Vite gives the script a name and a folder of its own, where none of its other files are.
const script = document.createElement('script');
script.src = address;
script.dataset.handrailFilesUrl = '/handrail/';
document.head.append(script);
