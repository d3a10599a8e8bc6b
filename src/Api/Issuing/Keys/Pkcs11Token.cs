using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using CredentialLedger.Api.Hosting;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using ISession = Net.Pkcs11Interop.HighLevelAPI.ISession;

namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>A token behind PKCS#11, one session at a time. A session that the token lost (it was restarted, or unplugged and put back) is opened anew.</summary>
public sealed class Pkcs11Token(Pkcs11Settings settings) : IDisposable
{
    // A module is initialised once a process and for all who use it, so it is never ended here.
    private static readonly ConcurrentDictionary<string, Lazy<IPkcs11Library>> Modules = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private ISession? session;

    // The library asks for "libdl", a name that only systems with compilers have; glibc 2.34 and newer have its functions in libc and keep libdl.so.2 for old programs.
    static Pkcs11Token() => NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly, (name, _, _) => name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var library) ? library : IntPtr.Zero);

    /// <summary>Do something in the token.</summary>
    /// <exception cref="HostingProblem">The settings are wrong: there is no such module or token, or the PIN is wrong.</exception>
    /// <exception cref="SigningUnavailableException">The token does not answer.</exception>
    public T With<T>(Func<ISession, T> work)
    {
        lock (gate)
        {
            try
            {
                // Who is logged out is told nothing by some tokens: they only do not see the key any more.
                if (session is not null && !IsLoggedIn(session)) Dispose();
                return work(session ??= Open());
            }
            catch (Pkcs11Exception lost) when (session is not null && IsLost(lost.RV))
            {
                Dispose();
            }
            catch (Pkcs11Exception fault)
            {
                throw new SigningUnavailableException(fault);
            }

            try
            {
                return work(session = Open());
            }
            catch (Exception fault) when (fault is Pkcs11Exception or HostingProblem)
            {
                throw new SigningUnavailableException(fault);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            session?.Dispose();
        }
        catch (Pkcs11Exception)
        {
            // The token closed it before us.
        }

        session = null;
    }

    private static bool IsLost(CKR fault) => fault is CKR.CKR_SESSION_HANDLE_INVALID or CKR.CKR_SESSION_CLOSED or CKR.CKR_USER_NOT_LOGGED_IN or CKR.CKR_KEY_HANDLE_INVALID or CKR.CKR_OBJECT_HANDLE_INVALID
        or CKR.CKR_DEVICE_REMOVED or CKR.CKR_DEVICE_ERROR or CKR.CKR_TOKEN_NOT_PRESENT;

    private static bool IsLoggedIn(ISession session) => session.GetSessionInfo().State is CKS.CKS_RO_USER_FUNCTIONS or CKS.CKS_RW_USER_FUNCTIONS;

    private ISession Open()
    {
        var slot = Module().GetSlotList(SlotsType.WithTokenPresent).FirstOrDefault(s => s.GetTokenInfo().Label == settings.Token)
            ?? throw new HostingProblem("issuer.pkcs11-token", settings.Token, settings.Module);
        var pin = Secret.In(settings.PinFile);
        var opened = slot.OpenSession(SessionType.ReadWrite);
        try
        {
            // Logging in counts for all sessions of the process with the token.
            if (!IsLoggedIn(opened)) opened.Login(CKU.CKU_USER, pin);
            return opened;
        }
        catch (Pkcs11Exception refused) when (refused.RV is CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_LEN_RANGE or CKR.CKR_PIN_INVALID or CKR.CKR_PIN_LOCKED or CKR.CKR_USER_PIN_NOT_INITIALIZED)
        {
            opened.Dispose();
            throw new HostingProblem("issuer.pkcs11-pin", settings.Token, settings.PinFile);
        }
    }

    private IPkcs11Library Module()
    {
        try
        {
            return Modules.GetOrAdd(settings.Module, path => new(() =>
            {
                var factories = new Pkcs11InteropFactories();
                return factories.Pkcs11LibraryFactory.LoadPkcs11Library(factories, path, AppType.MultiThreaded);
            })).Value;
        }
        catch (Exception fault) when (fault is not HostingProblem)
        {
            throw new HostingProblem("issuer.pkcs11-module", settings.Module, fault.Message);
        }
    }
}

/// <summary>The place where a key signs does not answer now.</summary>
public sealed class SigningUnavailableException(Exception cause) : Exception("The key's token does not answer.", cause);
